"""The text of the page on method, and the measured quality if it has been measured."""

import json
from pathlib import Path
from typing import Any

from views.parts import markup, sections, words

QUALITY = Path("benchmarks/quality.json")  # {"generated": day, "figures": [{column: value, …}, …]}

_WHAT = """
<h2>What a claim is</h2>
<p>News reports hold attributed statements: somebody says that somebody did something. A <b>claim</b> here
is such a statement when a party to a conflict, or a body that watches it, says that a party carried out a
hostile act, or denies it. Each is one voice making one assertion about one kind of act, anchored in one
sentence of a stored article. What an article says in its own voice, with nobody it is attributed to, is not
a claim; nor are threats, terms of an agreement, or losses with no act behind them.</p>
<p>These pages find, line up and show. They do not weigh: a claim that is answered is not thereby untrue,
and one that is not answered is not thereby true. Figures count what was said, not what happened.</p>

<h2>The terms</h2>
<dl>
<dt>alleges</dt><dd>Says that a party carried out an attack, a strike, a launch, sabotage, or a breach of a
truce.</dd>
<dt>denies</dt><dd>The accused, or somebody on its side, says that it did not, or calls the report false.
“We keep to the truce”, in answer to an accusation, is a denial.</dd>
<dt>admits</dt><dd>A party says that it carried out the act itself. It may be proud of it: the word says
only whose act it says it was.</dd>
<dt>party</dt><dd>Officials, ministries, governors, armies and state companies count as the party they
serve. A body outside the conflict is a party of its own.</dd>
<dt>energy strike</dt><dd>The target named is power, gas, oil, heat, fuel or a nuclear plant, whether or not
a truce is mentioned. Else <b>truce breach</b>, if the act is framed as a breach of a truce, ceasefire or
moratorium. Else <b>other strike</b>. A breach of a truce that covers energy alone counts as an energy strike,
whatever its target: also where the text speaks of “the truce” only, and on the day of publication no other
was in force, or had ended within 14 days.</dd>
<dt>day</dt><dd>The last day on which the act is said to have happened; where the text gives none, the day
of publication.</dd>
<dt>dispute</dt><dd>The claims on the same alleged acts: an allegation, its repeats and updates, the answers
to it, and what others report of it, in whatever article. Another day, place or target is another dispute.
What is unclear stays by itself, since a wrong link is worse than none.</dd>
<dt>denied, admitted</dt><dd>The accused, or somebody on its side, says so in some article. Why we think that
this is what is answered stands on the page of the dispute, with how sure it is: certain or likely.</dd>
<dt>answered with a counter-allegation</dt><dd>The accused neither denies nor admits, and says that the
accuser did it.</dd>
<dt>no answer found</dt><dd>In no article there is one. How many documents from or about the accused's side
were read for the first report's day and the five that follow is said beside it, and whether any is from a
source of its own: an answer may stand where nobody looked.</dd>
<dt>reports, independent</dt><dd>How many articles tell it, and how many publishers do so in a text of their
own. A text that ten sites print is one.</dd>
<dt>total</dt><dd>A number that a party gives for acts or weapons without naming a place smaller than a
region. Two sides' totals stand against each other only if they count the same over the same days. Times of
day are not read: a total up to noon and one of the whole day pass for the same day.</dd>
</dl>

<h2>Regions and names</h2>
<p>Regions are the first-level divisions of ISO 3166-2, under the codes by which ISO lists them, and only
where the sentence names them or a place in them. A code is a label for finding things. It settles no border
and says nothing on whose a place is. Sides stand in the order of the alphabet, which can be turned; their
colours are no flag's.</p>

<h2>How it is found</h2>
<p>A grammar of the language reads each sentence: who says it, by which words, what is said; then the act,
whom it is laid to, where, when and how many. The words are lists that can be read and mended, each with
examples that are run as tests. No sentence is shown that is not in the stored text, and every claim opens
onto that text, with what was found in it marked. What a text leaves open stays open: an empty field means
that it does not say.</p>
<p>It takes no side: where the names of two sides in a text are exchanged, the rules exchange the claims,
and nothing else. The parser beneath the rules was trained on other texts, and now and then reads a sentence
otherwise for a name in it; README says how often.</p>

<h2>What it cannot tell</h2>
<ul>
<li>Whether anything happened. Read the source, and more than one.</li>
<li>What was not read: a search through a handful of publishers is not a search through the world’s.</li>
<li>What the grammar misses or misreads. The figures below say how often, on texts that people have
marked.</li>
<li>Who reports what: an agency’s dispatch in ten newspapers is ten articles here.</li>
</ul>

<h2 id="%s">Your own sources</h2>
<p>Name feeds, pages, files or folders, and the claims in them join those shown here:</p>
<p><code>python -m pipeline ingest ADDRESS-OR-FILE …</code></p>
<p><code>CLAIMS_DB=mine.db</code> names another database, so that the sample and your own reading stay
apart; <code>python -m pipeline remove --sample</code> takes the sample out of one that holds both.</p>
"""


def html() -> str:
    """The whole page."""
    what = _WHAT % sections.OWN_SOURCES
    return f'<div class="cc prose">{what}<h2>Measured quality</h2>{quality(QUALITY)}</div>'


def quality(path: Path) -> str:
    """The figures of the file as a table; a sentence if there is none, or it cannot be read."""
    try:
        found: Any = json.loads(path.read_text(encoding="utf-8"))
        rows: list[dict[str, Any]] = [dict(row) for row in found["figures"]]
        made = markup.text(words.day(found.get("generated"))) if found.get("generated") else "an unknown day"
        version = f", version {markup.text(found['version'])}" if found.get("version") else ""
    except FileNotFoundError:
        return "<p>Not measured in this installation: <code>make score</code> measures it.</p>"
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return f"<p>{markup.text(path)} cannot be read: <code>make score</code> makes it anew.</p>"
    if not rows:
        return "<p>Not measured in this installation: <code>make score</code> measures it.</p>"
    heads = list(dict.fromkeys(name for row in rows for name in row))
    top = "".join(f'<th scope="col" class="{_class(rows[0].get(h))}">{markup.text(h)}</th>' for h in heads)
    body = "".join(
        "<tr>"
        + "".join(f'<td class="{_class(row.get(h))}">{_shown(row.get(h))}</td>' for h in heads)
        + "</tr>"
        for row in rows
    )
    return (
        f"<p>On the texts of the sample that people have marked; measured {made}{version}. The rules were "
        "made with these texts in view: on others expect less. Precision: how many of the claims found are "
        "there. Recall: how many of those there are found.</p>"
        f'<div class="table"><table><thead><tr>{top}</tr></thead><tbody>{body}</tbody></table></div>'
    )


def _class(value: Any) -> str:
    return "n" if isinstance(value, int | float) else ""


def _shown(value: Any) -> str:
    return f"{value:.3f}" if isinstance(value, float) else markup.text(value)
