"""Events: what happened, where and when, and the toll by source, put together from the figures of an article."""
