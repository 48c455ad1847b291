"""Pictures made by Chromium: of every page to look at, and the icons of the home screen."""
