"""Sections of a page that an address leads to (`method#your-own-sources`): the browser looks too early."""

import streamlit as st

OWN_SOURCES = "your-own-sources"
"""The section of the page on method that says how to read one's own sources."""

_JS = """
export default function () {
  const wanted = decodeURIComponent(document.location.hash.slice(1));
  let tries = wanted ? 20 : 0;
  // The page is still being put together: until the section stands where it stood at the last look.
  const seek = (before) => {
    const section = document.getElementById(wanted);
    section?.scrollIntoView();
    const now = section?.getBoundingClientRect().top;
    if (tries-- > 0 && (now === undefined || now !== before)) setTimeout(seek, 150, now);
  };
  if (wanted) seek();
}
"""


def scroll() -> None:
    """Bring the section that the address names into view."""
    st.components.v2.component("sections", js=_JS, isolate_styles=False)(key="sections")
