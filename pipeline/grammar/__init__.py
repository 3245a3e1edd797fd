"""Questions about the dependency parse: tokens in, tokens out.

No word of the language stands here, only the labels of the parser: `labels` and `features` of single words,
the `constituents` that a word heads, `partitives`, `clefts`, the `voice` of a verb and its `arguments`, and
`quotation` marks.
"""
