"""Many machines: the input cut into shards, each made whole by one actor of a Ray cluster, restartable shard by shard.

`storage` finds, reads and writes files on a disk or in an object store, `plan` cuts the input into shards whose names
tell what is in them, `actor` makes a shard, and `engine` gives the shards to Ray Data and takes what came of them. No
article and no record goes through the driver: actors read their input and write their output themselves.
"""

from extractor.cluster.actor import Done, Pipeline, Task
from extractor.cluster.engine import Engine
from extractor.cluster.output import prepare, seal
from extractor.cluster.plan import Shard, shards
from extractor.cluster.storage import absolute

__all__ = ["Done", "Engine", "Pipeline", "Shard", "Task", "absolute", "prepare", "seal", "shards"]
