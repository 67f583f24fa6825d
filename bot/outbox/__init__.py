"""Messages that go out by themselves: to whom, in which words, posted at most once, brought up to date afterwards."""
