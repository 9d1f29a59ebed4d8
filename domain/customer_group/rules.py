"""The rules of a group of customers."""

from typing import Final

from domain.rules import Rule

_GROUPS: Final = "商业银行集团客户授信业务风险管理指引 (2010): who counts as one group"

GROUP_HAS_MEMBERS: Final = Rule(
    "GROUP-001", "A group has at least two members, each named once.", _GROUPS
)
GROUP_IS_FORMED_ONCE: Final = Rule(
    "GROUP-002", "A group is formed once; then members join and leave.", _GROUPS
)
GROUP_IS_FORMED: Final = Rule(
    "GROUP-003", "Members join and leave a group that is formed.", _GROUPS
)
MEMBER_IS_A_CUSTOMER: Final = Rule(
    "GROUP-004", "Members are customers with whom business is done.", _GROUPS
)
MEMBER_ONCE_AT_A_TIME: Final = Rule(
    "GROUP-005", "A customer is a member once at a time, and joins again after leaving.", _GROUPS
)
MEMBERSHIP_IS_KNOWN: Final = Rule("GROUP-006", "Only a member can leave a group.", _GROUPS)
MEMBERSHIP_ENDS_ONCE: Final = Rule(
    "GROUP-007", "A membership ends once, not before it began.", _GROUPS
)
GROUP_DAY_HAS_COME: Final = Rule(
    "GROUP-008", "Who hangs together, and no more, is recorded when the day has come.", _GROUPS
)
