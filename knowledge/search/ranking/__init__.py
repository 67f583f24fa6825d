"""Which initiatives answer, how well and why: scores, the gate, and what is offered where nothing fits."""
