@echo off
rem Starts Hone, as the script "hone" beside this one does; there the why is told.
setlocal
set "here=%~dp0"
set "here=%here:~0,-1%"

set "java=java"
if defined JAVA_HOME set "java=%JAVA_HOME%\bin\java"
set "release=0"
for /f "tokens=4 delims=.= " %%v in ('""%java%" -XshowSettings:properties -version 2^>^&1 ^| findstr java.specification.version"') do set "release=%%v"
if %release% LSS 17 (
  echo hone: Java 17 or newer is needed. Install a JDK, or set JAVA_HOME. 1>&2
  exit /b 2
)

if not exist "%here%\src\pom.xml" (
  for %%d in ("%here%\..") do set "home=%%~fd"
  goto start
)
set "version="
for /f "tokens=3 delims=<>" %%v in ('findstr "<version>" "%here%\pom.xml"') do if not defined version set "version=%%v"
set "home=%here%\src\target\hone-%version%"
powershell -NoProfile -Command "$zip = Get-Item -ErrorAction SilentlyContinue '%home%.zip'; $sources = Get-Item '%here%\pom.xml', '%here%\*\pom.xml'; $sources += Get-ChildItem -Recurse -File '%here%\*\src\main', '%here%\src\main'; if (-not $zip -or ($sources | Where-Object { $_.LastWriteTime -gt $zip.LastWriteTime })) { exit 1 }"
if not errorlevel 1 goto start
where mvn >nul 2>nul
if errorlevel 1 (
  echo hone: Maven 3.8.7 or newer is needed to build, but there is no mvn on the PATH. 1>&2
  exit /b 2
)
echo building Hone ... 1>&2
pushd "%here%"
call mvn -q -DskipTests -Denforcer.skip -Dmaven.compiler.failOnWarning=false package 1>&2
set "status=%errorlevel%"
popd
if not "%status%"=="0" (
  echo hone: the build failed, see above 1>&2
  exit /b 2
)

:start
if not exist "%home%\lib" (
  echo hone: no libraries in %home%\lib 1>&2
  exit /b 2
)
set "tuner="
for %%c in (optimize ask tell studies trials best importance pareto export) do if "%~1"=="%%c" set "tuner=1"
if not defined tuner if not defined OMP_NUM_THREADS set "OMP_NUM_THREADS=1"
if not defined HONE_JAVA_OPTS set "HONE_JAVA_OPTS=-Xmx2g"
set "more="
if defined HONE_CLASSPATH set "more=;%HONE_CLASSPATH%"
set "quiet="
if %release% GEQ 22 set "quiet=--enable-native-access=ALL-UNNAMED"
if %release% GEQ 23 set "quiet=%quiet% --sun-misc-unsafe-memory-access=allow"
"%java%" -Dfile.encoding=UTF-8 -Dorg.bytedeco.javacpp.maxphysicalbytes=0 %quiet% %HONE_JAVA_OPTS% -cp "%home%\lib\*%more%" org.hone.cli.Main %*
