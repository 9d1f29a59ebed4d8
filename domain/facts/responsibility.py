"""What is known of who answers for a credit file, and of a handover."""

from attrs import frozen

from domain.dated import Dated
from domain.ids import FileId, HandoverId, StaffId


@frozen(kw_only=True)
class Responsibility:
    """Who answers for the file of a customer or a loan (经办责任人), from day to day."""

    file_id: FileId
    holder: Dated[StaffId]

    @property
    def last(self) -> StaffId:
        """Who answers for it in the end, as known now."""
        return self.holder.values[-1].value


@frozen(kw_only=True)
class Handover:
    """A handover of files between two officers."""

    handover_id: HandoverId
    from_id: StaffId
    to_id: StaffId
    file_ids: tuple[FileId, ...]
