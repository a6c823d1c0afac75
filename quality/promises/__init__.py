"""Promises that were read by hand, by place: whether they were made, by whom, and to whom."""
