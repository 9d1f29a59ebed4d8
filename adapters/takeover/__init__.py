"""The take-over of other systems' records, with memory: true dates, origins and a reconciliation."""
