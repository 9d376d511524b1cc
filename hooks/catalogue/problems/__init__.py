"""What can be wrong with the data: every fault in words, and lists of problems in the forms that people and
programs read.
"""
