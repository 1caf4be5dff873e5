"""Which library multiplies the base model's matrices: the one that comes with NumPy, on one thread.

thinc takes blis, which as installed with spaCy 3.8 runs generic kernels: the same products take twice the time. Only
the models of this pipeline are changed, not the process. A second thread gains nothing on matrices of an article's
size, it only waits: a second article in a second process does.
"""

from contextlib import AbstractContextManager
from functools import cache

from spacy.language import Language
from thinc.api import Model, NumpyOps
from threadpoolctl import ThreadpoolController


def use_numpy(nlp: Language) -> None:
    """Lets all models of the pipeline that run on thinc's own operations for the CPU multiply through NumPy."""
    operations = NumpyOps(use_blis=False)
    for _, pipe in nlp.components:
        model = getattr(pipe, "model", None)
        for node in model.walk() if isinstance(model, Model) else ():
            if type(node.ops) is NumpyOps:
                node.ops = operations


def one_thread() -> AbstractContextManager[object]:
    """While it is open, products of matrices take one thread of this process."""
    limited: AbstractContextManager[object] = _controller().limit(limits=1, user_api="blas")
    return limited


@cache
def _controller() -> ThreadpoolController:
    return ThreadpoolController()
