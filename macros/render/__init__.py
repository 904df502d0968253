"""Model to Markdown or HTML, through the components' templates. Reads no files of the author."""
