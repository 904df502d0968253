"""Commands of the Makefile beside site and tests: a machine's needs, pictures, links, vendored files."""
