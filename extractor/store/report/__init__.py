"""Reports on a linked store: tables that answer a question, each a query, told as text, CSV, JSON Lines or Parquet."""

from extractor.store.report.page import write as page
from extractor.store.report.table import Asked, Table
from extractor.store.report.told import FORMS
from extractor.store.report.what import WHAT, check, report

__all__ = ["FORMS", "WHAT", "Asked", "Table", "check", "page", "report"]
