"""Buttons that copy an address or a line to the reader's clipboard."""

import streamlit as st

_HTML = '<div class="cc copying"><span role="status"></span></div>'
_JS = """
export default function ({ parentElement, data }) {
  const box = parentElement.querySelector(".copying");
  const told = box.querySelector("[role=status]");
  box.querySelectorAll("button").forEach((old) => old.remove());
  for (const [label, text, isAddress] of data) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = label;
    button.onclick = async () => {
      const copied = isAddress ? new URL(text, document.location.href).href : text;
      try {
        await navigator.clipboard.writeText(copied);
        told.textContent = "Copied.";
      } catch {
        told.textContent = copied;
      }
    };
    box.insertBefore(button, told);
  }
}
"""


def buttons(key: str, link: str | None = None, citation: str | None = None) -> None:
    """Show "Copy link" for an address relative to the page, "Cite this" for a line; where the browser lets
    nothing be copied, what was to be copied is shown instead."""
    data = [] if link is None else [["Copy link", link, True]]
    data += [] if citation is None else [["Cite this", citation, False]]
    show = st.components.v2.component("copying", html=_HTML, js=_JS, isolate_styles=False)
    show(data=data, key=f"copying-{key}")
