"""The sections and divisions of the national classification of industries.

Source: GB/T 4754-2017 国民经济行业分类: a section is a letter, a division two digits within it; a
group adds one digit, a class two.
"""

from collections.abc import Mapping
from typing import Final

from domain.ids import IndustryCode
from domain.labels import Label

SECTIONS: Final[Mapping[str, tuple[int, int, Label]]] = {
    "A": (1, 5, Label("农、林、牧、渔业", "farming, forestry, animal husbandry and fishery")),
    "B": (6, 12, Label("采矿业", "mining")),
    "C": (13, 43, Label("制造业", "manufacturing")),
    "D": (44, 46, Label("电力、热力、燃气及水生产和供应业", "electricity, heat, gas and water")),
    "E": (47, 50, Label("建筑业", "construction")),
    "F": (51, 52, Label("批发和零售业", "wholesale and retail")),
    "G": (53, 60, Label("交通运输、仓储和邮政业", "transport, storage and post")),
    "H": (61, 62, Label("住宿和餐饮业", "hotels and catering")),
    "I": (63, 65, Label("信息传输、软件和信息技术服务业", "information and software")),
    "J": (66, 69, Label("金融业", "finance")),
    "K": (70, 70, Label("房地产业", "real estate business")),
    "L": (71, 72, Label("租赁和商务服务业", "leasing and business services")),
    "M": (73, 75, Label("科学研究和技术服务业", "research and technical services")),
    "N": (76, 79, Label("水利、环境和公共设施管理业", "water, environment and public facilities")),
    "O": (80, 82, Label("居民服务、修理和其他服务业", "household services and repair")),
    "P": (83, 83, Label("教育业", "education services")),
    "Q": (84, 85, Label("卫生和社会工作", "health and social work")),
    "R": (86, 90, Label("文化、体育和娱乐业", "culture, sports and entertainment")),
    "S": (91, 96, Label("公共管理、社会保障和社会组织", "public administration")),
    "T": (97, 97, Label("国际组织", "international organisations")),
}


def is_industry(code: IndustryCode) -> bool:
    """Say whether a code names a section, or a division, group or class that lies in its section.

    Groups and classes are not looked up: their list changes with each edition.
    """
    if code[:1] not in SECTIONS:
        return False
    first, last, _ = SECTIONS[code[0]]
    return len(code) == 1 or first <= int(code[1:3]) <= last


def within(code: IndustryCode, wider: IndustryCode) -> bool:
    """Say whether an industry is one named, or lies within it."""
    return code.startswith(wider)
