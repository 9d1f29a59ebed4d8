"""Why fields of the pack stay empty: what no record here says.  Others have no record at all."""

from collections.abc import Mapping
from typing import Final

NOT_RECORDED: Final = "no aggregate records it"
_PARTICULARS: Final = "registering a customer does not ask for it"
_CHANNEL: Final = "the payment system knows it, and does not say it with the payment"
_ACCOUNT: Final = "accounts of the borrower are kept by the core banking system"
_MARK: Final = "neither application nor approval marks a loan so"

WHY: Final[Mapping[str, str]] = {
    "JRXKZH": "opening the journal does not ask for the number of the licence",
    "YHJGDM": "opening the journal does not ask for the code of the bank",
    "BBZ": "a remark is for who files",
    "ZHTH": "a loan contract is made on an approval, and under no main contract",
    "EDSQRQ": "a limit is granted without an application of its own",
    "ZYPZQFJG": "a list of what is handed over does not name who issued a paper",
    "QZDJMJ": "registration does not say an area",
    "DKTXDQ": "an application does not say where the money is used",
    "LJQKQS": "instalments that were late and are paid are not counted",
    "ZCLX": "only loans are written off here",
    "HXZT": "a write-off that was taken back is no write-off",
    **dict.fromkeys(("SFHLWDK", "SFLSDK", "SFSNDK", "SFPHXSNDK"), _MARK),
    **dict.fromkeys(("SFPHXXWQYDK", "SFKJDK"), _MARK),
    **dict.fromkeys(("DKRZZH", "DKRZHM", "RZZHSSHMC", "HKZH", "HKZHSSHMC"), _ACCOUNT),
    **dict.fromkeys(("HXJYSJ", "DFZH", "DFHM", "DFXH", "DFXM", "XZBZ", "JYQD"), _CHANNEL),
    **dict.fromkeys(("DBRXM", "DBRZJLB", "DBRZJHM"), _CHANNEL),
    **dict.fromkeys(("GJHDQ", "MZ", "XL", "SFYH", "GZDWMC", "GZDWDZ", "GZDWDH"), _PARTICULARS),
    **dict.fromkeys(("DWXZ", "ZY", "ZW", "BHYGBZ"), _PARTICULARS),
    **dict.fromkeys(("CLRQ", "JYFW", "SSHY", "QYFL", "YGRS", "SSGSBZ", "ZCDZ"), _PARTICULARS),
    **dict.fromkeys(("ZCZB", "ZCZBBZ", "SSZB", "SSZBBZ", "XZQHDM"), _PARTICULARS),
    **dict.fromkeys(("FRDBZJLB", "FRDBZJHM", "CWFZR", "CWFZRZJLB", "CWFZRZJHM"), _PARTICULARS),
    **dict.fromkeys(("JBCKZH", "JBCKZHKHHH", "JBCKZHKHHMC"), _ACCOUNT),
    "GRNSR": "an economic file tells the income of a household, not of a person",
}
