"""Recording a talk, as the user sees it."""
