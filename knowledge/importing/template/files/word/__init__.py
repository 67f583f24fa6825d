"""Word files as blocks of text: the zip package, the XML in it, its styles, and the text of its paragraphs."""
