; The installer for one user: no administrator, a line in the start menu, the program on the PATH, and a way out again.
; makensis gets VERSION, SOURCE (a folder with what is installed), TEXTS (the one with Kazakh.nlf) and OUTPUT.
Unicode true
Name "esep ${VERSION}"
OutFile "${OUTPUT}"
InstallDir "$LOCALAPPDATA\Programs\esep"
InstallDirRegKey HKCU "Software\esep" "InstallDir"
RequestExecutionLevel user
SetCompressor /SOLID lzma
ShowInstDetails show

!include "MUI2.nsh"
!include "WinMessages.nsh"

!define MUI_FINISHPAGE_TEXT "$(Finish)"
!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
; The first is what a system in none of the three languages gets.
!insertmacro MUI_LANGUAGE "Russian"
!insertmacro MUI_LANGUAGEEX "${TEXTS}" "Kazakh"
!insertmacro MUI_LANGUAGE "English"

LangString Finish ${LANG_RUSSIAN} "esep установлен. Откройте командную строку заново и наберите esep --help, или откройте esep в меню «Пуск»."
LangString Finish ${LANG_KAZAKH} "esep орнатылды. Пәрмен жолын қайта ашып, esep --help деп теріңіз немесе «Бастау» мәзірінен esep таңдаңыз."
LangString Finish ${LANG_ENGLISH} "esep is installed. Open the command prompt anew and type esep --help, or choose esep in the start menu."
LangString Short ${LANG_RUSSIAN} "Отчёты социологического исследования"
LangString Short ${LANG_KAZAKH} "Әлеуметтанулық зерттеудің есептері"
LangString Short ${LANG_ENGLISH} "Reports of a social study"

VIProductVersion "${VERSION}.0"
VIAddVersionKey /LANG=${LANG_ENGLISH} "ProductName" "esep"
VIAddVersionKey /LANG=${LANG_ENGLISH} "ProductVersion" "${VERSION}"
VIAddVersionKey /LANG=${LANG_ENGLISH} "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=${LANG_ENGLISH} "FileDescription" "esep"
VIAddVersionKey /LANG=${LANG_ENGLISH} "LegalCopyright" "MIT"

!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\esep"

Function .onInit
  ; The language of Windows, without a question.
FunctionEnd

Section
  SetOutPath "$INSTDIR"
  File "${SOURCE}\*"
  WriteRegStr HKCU "Software\esep" "InstallDir" "$INSTDIR"
  CreateShortcut "$SMPROGRAMS\esep.lnk" "$INSTDIR\esep.exe" "" "$INSTDIR\esep.exe" 0 SW_SHOWNORMAL "" "$(Short)"

  ; PATH of the user: taken out first, so that installing twice does not name the folder twice.
  ReadRegStr $0 HKCU "Environment" "Path"
  Push $0
  Call WithoutFolder
  Pop $0
  StrCmp $0 "" 0 +3
    WriteRegExpandStr HKCU "Environment" "Path" "$INSTDIR"
    Goto told
  WriteRegExpandStr HKCU "Environment" "Path" "$0;$INSTDIR"
  told:
  SendMessage ${HWND_BROADCAST} ${WM_SETTINGCHANGE} 0 "STR:Environment" /TIMEOUT=3000

  WriteUninstaller "$INSTDIR\uninstall.exe"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "esep"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" "$INSTDIR\esep.exe"
  WriteRegStr HKCU "${UNINSTALL}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1
SectionEnd

Section "Uninstall"
  Delete "$SMPROGRAMS\esep.lnk"
  Delete "$INSTDIR\esep.exe"
  Delete "$INSTDIR\*.md"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  ReadRegStr $0 HKCU "Environment" "Path"
  Push $0
  Call un.WithoutFolder
  Pop $0
  StrCmp $0 "" 0 +3
    DeleteRegValue HKCU "Environment" "Path"
    Goto told
  WriteRegExpandStr HKCU "Environment" "Path" "$0"
  told:
  SendMessage ${HWND_BROADCAST} ${WM_SETTINGCHANGE} 0 "STR:Environment" /TIMEOUT=3000
  DeleteRegKey HKCU "${UNINSTALL}"
  DeleteRegKey HKCU "Software\esep"
SectionEnd

; A list of folders without the one of the program: takes and gives it on the stack.
!macro WithoutFolder PREFIX
Function ${PREFIX}WithoutFolder
  Exch $0
  Push $1
  Push $2
  Push $3
  StrCpy $1 "" ; what is kept
  each:
    StrCmp $0 "" done
    StrCpy $3 0
  letter:
    StrCpy $2 $0 1 $3
    StrCmp $2 "" whole
    StrCmp $2 ";" part
    IntOp $3 $3 + 1
    Goto letter
  whole:
    StrCpy $2 $0
    StrCpy $0 ""
    Goto judge
  part:
    StrCpy $2 $0 $3
    IntOp $3 $3 + 1
    StrCpy $0 $0 "" $3
  judge:
    StrCmp $2 "" each
    StrCmp $2 $INSTDIR each
    StrCmp $1 "" 0 +3
      StrCpy $1 $2
      Goto each
    StrCpy $1 "$1;$2"
    Goto each
  done:
  StrCpy $0 $1
  Pop $3
  Pop $2
  Pop $1
  Exch $0
FunctionEnd
!macroend
!insertmacro WithoutFolder ""
!insertmacro WithoutFolder "un."
