"""The hands that act a story out: one reads HTML only, the other drives Chromium."""

import pytest

CHROMIUM = pytest.param("chromium", marks=pytest.mark.browser)
CHROMIUM_WITHOUT_JS = pytest.param("chromium-without-js", marks=pytest.mark.browser)
ALL = ["plain", CHROMIUM, CHROMIUM_WITHOUT_JS]

with_javascript = pytest.mark.parametrize("driver", [CHROMIUM], indirect=True)
without_javascript = pytest.mark.parametrize("driver", ["plain", CHROMIUM_WITHOUT_JS], indirect=True)
