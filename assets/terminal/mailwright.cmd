@rem The terminal command of the installed package.
@"%~dp0node.exe" "%~dp0cli\mailwright.mjs" %*
