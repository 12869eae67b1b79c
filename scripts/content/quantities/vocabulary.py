"""The words of both languages for currencies, scales, units and months."""

from __future__ import annotations

from scripts.content.units import CURRENCIES

ZH_CURRENCY = {  # the first wording of a currency is the one written
    "美元": "USD", "歐元": "EUR", "日圓": "JPY", "日元": "JPY", "英鎊": "GBP", "瑞郎": "CHF",
    "瑞士法郎": "CHF", "加元": "CAD", "加幣": "CAD", "加拿大元": "CAD", "澳元": "AUD",
    "澳幣": "AUD", "紐元": "NZD", "紐幣": "NZD", "紐西蘭元": "NZD", "瑞典克朗": "SEK",
    "丹麥克朗": "DKK", "人民幣": "CNY", "元人民幣": "CNY", "港元": "HKD", "港幣": "HKD",
    "元新台幣": "TWD", "印尼盾": "IDR", "印度盧比": "INR", "盧比": "INR", "韓元": "KRW",
    "韓圜": "KRW", "以色列謝克爾": "ILS", "謝克爾": "ILS", "茲羅提": "PLN", "波蘭茲羅提": "PLN",
    "福林": "HUF", "蘭特": "ZAR", "里拉": "TRY", "雷亞爾": "BRL", "披索": "PHP", "泰銖": "THB",
    "令吉": "MYR", "新加坡元": "SGD", "星元": "SGD", "列伊": "RON", "墨西哥披索": "MXN",
    "哥倫比亞披索": "COP", "智利披索": "CLP",
}  # fmt: skip
ZH_SCALE = {"兆": 1e12, "萬億": 1e12, "千億": 1e11, "億": 1e8, "千萬": 1e7, "百萬": 1e6, "萬": 1e4}
EN_CURRENCY: dict[str, str] = {
    "US$": "USD", "HK$": "HKD", "NT$": "TWD", "C$": "CAD", "A$": "AUD", "NZ$": "NZD", "S$": "SGD",
    "€": "EUR", "£": "GBP", "CNY": "CNY", "CN¥": "CNY", "RMB": "CNY", "¥": "JPY", "CHF": "CHF",
    "SEK": "SEK", "DKK": "DKK", "Rp": "IDR", "₹": "INR", "₩": "KRW", "₪": "ILS", "PLN": "PLN",
    "HUF": "HUF", "ZAR": "ZAR", "TRY": "TRY", "BRL": "BRL", "PHP": "PHP", "THB": "THB",
    "MYR": "MYR", "MXN": "MXN", "COP": "COP", "CLP": "CLP", "RON": "RON",
}  # fmt: skip
EN_CURRENCY |= {code: code for code in CURRENCIES if code not in EN_CURRENCY}
EN_SCALE = {
    "trillion": 1e12, "tn": 1e12, "billion": 1e9, "bn": 1e9, "million": 1e6, "m": 1e6,
    "thousand": 1e3,
}  # fmt: skip
ZH_PLAIN = {
    "個百分點": ("pp", 1.0), "百分點": ("pp", 1.0), "%": ("percent", 1.0), "個基點": ("bp", 1.0),
    "基點": ("bp", 1.0), "碼": ("bp", 25.0), "成": ("percent", 10.0), "倍": ("ratio", 1.0),
    "個月": ("months", 1.0), "週": ("weeks", 1.0), "天": ("days", 1.0), "年": ("years", 1.0),
}  # fmt: skip
EN_PLAIN = {
    "percentage points": ("pp", 1.0), "percentage point": ("pp", 1.0), "%": ("percent", 1.0),
    "basis points": ("bp", 1.0), "basis point": ("bp", 1.0), "bp": ("bp", 1.0),
    "times": ("ratio", 1.0), "months": ("months", 1.0), "month": ("months", 1.0),
    "weeks": ("weeks", 1.0), "week": ("weeks", 1.0), "days": ("days", 1.0), "day": ("days", 1.0),
    "years": ("years", 1.0), "year": ("years", 1.0),
}  # fmt: skip
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
ZH_DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九十")} | {"半": 0.5, "兩": 2, "〇": 0}
EN_COUNT = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
    "nineteen", "twenty",
)  # fmt: skip
EN_WORDS: dict[str, float] = {word: number for number, word in enumerate(EN_COUNT)} | {
    "half": 0.5,
    "twice": 2,
}
