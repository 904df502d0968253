"""Passes over the finished site folder."""
