"""The labels of the parser (ClearNLP's, as in spaCy's English models) by what they have in common."""

VERBS = {"VERB", "AUX"}
SUBJECTS = {"nsubj", "csubj"}
PASSIVE_SUBJECTS = {"nsubjpass", "csubjpass"}
OBJECTS = {"dobj", "obj", "dative"}
