; The installer for one user: no administrator, a line in the start menu, the program on the PATH, and a way out again.
; makensis gets VERSION, SOURCE (a folder with what is installed), TEXTS (the one with Kazakh.nlf) and OUTPUT.
Target amd64-unicode
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
LangString LongPath ${LANG_RUSSIAN} "Переменная PATH слишком длинная, поэтому она оставлена как есть. Чтобы вызывать esep по имени, добавьте в неё папку $INSTDIR; из меню «Пуск» esep открывается и без этого."
LangString LongPath ${LANG_KAZAKH} "PATH айнымалысы тым ұзын, сондықтан ол өзгертілген жоқ. esep бағдарламасын атымен шақыру үшін оған $INSTDIR қалтасын қосыңыз; «Бастау» мәзірінен esep онсыз да ашылады."
LangString LongPath ${LANG_ENGLISH} "The variable PATH is too long and was left as it is. To call esep by its name, add the folder $INSTDIR to it; from the start menu esep opens without that."
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

Section
  SetOutPath "$INSTDIR"
  File "${SOURCE}\*"
  WriteRegStr HKCU "Software\esep" "InstallDir" "$INSTDIR"
  CreateShortcut "$SMPROGRAMS\esep.lnk" "$INSTDIR\esep.exe" "" "$INSTDIR\esep.exe" 0 SW_SHOWNORMAL "" "$(Short)"

  ; PATH of the user: taken out first, so that installing twice does not name the folder twice.
  Call UsersPath
  Pop $0
  StrCmp $0 "unknown" long
  Push $0
  Call WithoutFolder
  Pop $0
  StrLen $1 "$INSTDIR;"
  StrLen $2 $0
  IntOp $1 $1 + $2
  IntCmp $1 ${NSIS_MAX_STRLEN} long 0 long
  StrCmp $0 "" 0 +3
    WriteRegExpandStr HKCU "Environment" "Path" "$INSTDIR"
    Goto told
  WriteRegExpandStr HKCU "Environment" "Path" "$0;$INSTDIR"
  Goto told
  long:
  MessageBox MB_OK|MB_ICONINFORMATION "$(LongPath)" /SD IDOK
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
  Call un.UsersPath
  Pop $0
  StrCmp $0 "unknown" told
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

; PATH of the user, on the stack: "" where there is none, "unknown" where it is longer than a string of the installer
; can be. Such a one is left as it is: what is written in its place would be cut.
!macro UsersPath PREFIX
Function ${PREFIX}UsersPath
  Push $0
  Push $1
  Push $2
  ClearErrors
  ReadRegStr $0 HKCU "Environment" "Path"
  IfErrors 0 known
  StrCpy $0 ""
  StrCpy $1 0
  each:
    ClearErrors
    EnumRegValue $2 HKCU "Environment" $1
    IfErrors known
    StrCmp $2 "" known
    IntOp $1 $1 + 1
    StrCmp $2 "Path" 0 each
  StrCpy $0 "unknown"
  known:
  Pop $2
  Pop $1
  Exch $0
FunctionEnd
!macroend
!insertmacro UsersPath ""
!insertmacro UsersPath "un."

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
