"""Commands of the Makefile beside the site and its tests: what a machine needs, pictures, links, vendored
files."""
