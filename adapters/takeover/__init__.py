"""The take-over of other systems' records: true dates, origins and a reconciliation."""
