@echo off
rem Starts the dashboard; settings.local.toml beside this file is followed where there is one.
cd /d "%~dp0.." || exit /b 1
if exist "%~dp0settings.local.toml" set INDICATORS_SETTINGS=%~dp0settings.local.toml
:again
.venv\Scripts\python -m indicators.server %*
rem 1: it could not start, and has said why. Else it ended by itself and is started again.
if %errorlevel%==1 exit /b 1
timeout /t 2 /nobreak >nul
goto again
