"""The icons of the home screen, drawn from static/logo.svg: `make icons`."""

from playwright.sync_api import Browser, sync_playwright

from tests.sources import STATIC

# Name: size in pixels, and how much of it the logo takes. A launcher may cut a maskable icon to a circle of
# 80 % of its width (W3C Web Application Manifest, "Icon masks"), so that its logo is smaller.
ICONS = {"192": (192, 0.72), "512": (512, 0.72), "maskable": (512, 0.52), "touch": (180, 0.66)}
PAGE = """<style>
  body {{ display: grid; place-items: center; block-size: 100vh; margin: 0; background: {ground}; }}
  svg {{ inline-size: {share:.0%}; stroke: #fff; }}
</style>{logo}"""
GROUND = "#1f66bd"


def draw(chromium: Browser, name: str, size: int, share: float) -> None:
    page = chromium.new_page(viewport={"width": size, "height": size})
    page.set_content(PAGE.format(ground=GROUND, share=share, logo=(STATIC / "logo.svg").read_text()))
    page.screenshot(path=STATIC / "icons" / f"{name}.png")
    page.close()


def main() -> None:
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        for name, (size, share) in ICONS.items():
            draw(chromium, name, size, share)
        chromium.close()


if __name__ == "__main__":
    main()
