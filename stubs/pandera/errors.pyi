import pandas

class SchemaErrors(Exception):
    failure_cases: pandas.DataFrame
