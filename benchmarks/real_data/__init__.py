"""How the method that trains the models does on real people, beside other methods, on files kept elsewhere.

Both sets are of people in the United States, re-arrested or not, 2013-15. They judge the method. They support
no claim about England and Wales, and no row of them is part of this project.
"""
