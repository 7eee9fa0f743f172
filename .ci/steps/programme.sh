#!/usr/bin/env bash
# a programme of ten cities: on one machine, unchanged, and on Ray with a worker killed in the middle
# shellcheck source=SCRIPTDIR/../common.sh
. "$(dirname "$0")/../common.sh"

made_by tests "$esep"
need_python
"$python" -m pip install --quiet ray==2.60.0
cities=$made/programme
rm -rf "$cities" "$made"/programme-out "$made"/programme-ray
"$python" samples/programme/cities.py 10 "$cities"
part=(--deliverable "minutes,attendance")
"$esep" build "$cities" --out "$made/programme-out" "${part[@]}" --log "$made/programme-out.jsonl"
"$esep" build "$cities" --out "$made/programme-out" "${part[@]}" --quiet
grep -q '"unchanged": 10' "$made/programme-out/summary.json"
# In the middle of the fourth city its build and the worker that waits for it are killed, once.
lost=$PWD/$made/programme-lost
rm -rf "$lost"
cat >"$made/esep-lost" <<END
#!/usr/bin/env bash
if [[ "\$*" == *city-004* ]] && mkdir "$lost" 2>/dev/null; then
  "$PWD/$esep" "\$@" &
  sleep 0.2
  kill -KILL \$! \$PPID
  exit 1
fi
exec "$PWD/$esep" "\$@"
END
chmod +x "$made/esep-lost"
"$python" samples/programme/build.py "$PWD/$made/esep-lost" "$cities" "$made/programme-ray" "${part[@]}"
test -d "$lost"
rm "$made/programme-out/summary.json"
diff -r "$made/programme-out" "$made/programme-ray"
echo "ten cities on Ray: nothing lost, the same bytes"
