"""The filter stays in the address when a page is turned by the menu.

Streamlit turns it to the bare address of the page: a step of its own back, without the filter, and
all that can be copied until the page is drawn. The script adds the filter's part, written as the page itself
will write it, so that no further step comes of that.
"""

import json

import streamlit as st

from db.filter import PARAMETERS

_SCRIPT = """<script>
if (!history.carries) {
  history.carries = true;
  const push = history.pushState.bind(history);
  history.pushState = (state, title, address) => {
    const to = new URL(address ?? "", location.href);
    if (to.pathname !== location.pathname && !to.search) {
      const now = new URLSearchParams(location.search);
      const kept = NAMES.flatMap((name) => now.getAll(name).map((value) => [name, value]));
      to.search = String(new URLSearchParams(kept)).replaceAll("*", "%2A").replaceAll("%7E", "~");
    }
    push(state, title, to);
  };
}
</script>"""


def carried() -> None:
    """Have the browser carry the filter in the address from page to page."""
    st.html(_SCRIPT.replace("NAMES", json.dumps(PARAMETERS)), unsafe_allow_javascript=True)
