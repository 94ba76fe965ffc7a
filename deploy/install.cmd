@echo off
rem Installs the dashboard beside this file, without a network; needs Python 3.11 (py -3.11).
cd /d "%~dp0code" || exit /b 1
py -3.11 -m venv .venv || exit /b 1
.venv\Scripts\python -m pip install --no-index --require-hashes --find-links ..\wheels -r deploy\requirements.txt || exit /b 1
.venv\Scripts\python -m indicators.ledger
echo deploy\start.cmd
