"""Which claims speak of the same acts, and how they answer each other: from claims to disputes.

A dispute is a set of claims about the same alleged acts: an allegation with its repeats, its updates, the
denial or admission of it, a counter-allegation about the same event, an outside body's report of it.

    evidence   what a claim's words say of its act: where, when, what was hit
    portions   whether a figure is only part of a total
    marks      the things and the marks of an act that it has words for
    named      the places that a text names
    terms      the names and rare words that tell one act from another
    signs      what speaks for and against that, weighed
    same       whether two claims of different reports speak of the same acts
    doubtful   what speaks against it if no more than that weight speaks for it
    opposed    whether two accusers tell of one event, each against the other
    days       whether the days allow it
    blocks     the keys by which claims of one event find each other
    crowds     what is compared with what, however many claims share a key
    ties       the ties that hold, and which of its other ties a claim follows
    within     which claims of one report do
    odds       how likely they do, where no rule decides
    answered   what a denial or an admission answers there
    taken_up   what an allegation takes up there
    nearby     what two claims of one report share
    joining    claims joined by ties, the surest first
    likeness   how likely two claims of a neighbourhood are of the same acts, by all that is known of them
    averages   the disputes that are likeliest on the average
    grouping   from ties between claims to disputes, whatever the order of arrival
    bodies     whether two speakers of a party are one body
    links      the typed links within a dispute
    chosen     which earlier claims they lead to
    copies     which documents are the same text
    accounts   one party's allegation or answer with all its reports: how many, by how many publishers
    silence    no answer found: how many documents of the accused, or about it, were read in the days after
    measure    how well claims are lined up
    lines      the JSON lines of the command
"""

from pipeline.disputes.accounts import Account, Told, accounts
from pipeline.disputes.copies import copies
from pipeline.disputes.grouping import Disputes
from pipeline.disputes.records import Dispute, Link, Report, Statement
from pipeline.disputes.silence import DocumentsRead, Read, Silence, never_read, silences

__all__ = [
    "Account",
    "Dispute",
    "Disputes",
    "DocumentsRead",
    "Link",
    "Read",
    "Report",
    "Silence",
    "Statement",
    "Told",
    "accounts",
    "copies",
    "never_read",
    "silences",
]
