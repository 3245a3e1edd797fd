"""A chart in the making: plain data that Plotly looks at once, in the end, and not at each step."""

from dataclasses import dataclass, field
from typing import Any

import plotly.graph_objects as go


@dataclass
class Sketch:
    """Takes what a Plotly figure takes, by the same names."""

    traces: list[dict[str, Any]] = field(default_factory=list)
    layout: dict[str, Any] = field(default_factory=dict)

    def add_bar(self, **trace: Any) -> None:
        """Add bars."""
        self.traces.append({"type": "bar", **trace})

    def add_scatter(self, **trace: Any) -> None:
        """Add points or lines."""
        self.traces.append({"type": "scatter", **trace})

    def add_shapes(self, *shapes: dict[str, Any]) -> None:
        """Add shapes, each over those before it."""
        self.layout.setdefault("shapes", []).extend(shapes)

    def add_annotation(self, **annotation: Any) -> None:
        """Add a text."""
        self.layout.setdefault("annotations", []).append(annotation)

    def update_layout(self, **layout: Any) -> None:
        """Change the layout; of a part with parts of its own only those that are named."""
        for name, value in layout.items():
            known = self.layout.get(name)
            self.layout[name] = {**known, **value} if isinstance(known, dict) else value

    def figure(self) -> go.Figure:
        """The figure."""
        return go.Figure({"data": self.traces, "layout": self.layout})
