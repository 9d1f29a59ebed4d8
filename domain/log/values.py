"""The values of the journal itself."""

from attrs import frozen

from domain.ids import Count, Digest, FileName


@frozen(kw_only=True)
class SegmentFile:
    """A file of a segment, by what it holds."""

    name: FileName  # Within the segment's folder.
    rows: Count
    digest: Digest  # Of its bytes.
