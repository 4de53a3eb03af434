"""Compares the oracle with `lastmile replay` at random moments, on a story as it is and on random variants of it.

    python3 compare.py STORY.json [variants] [seed] [command …]     default command: npx lastmile

A variant drops some check-ins and changes the values of others; decisions are left out, because a case that is not
there cannot be decided. Statuses, reasons of what is not green, slip, float, forecast and roll-up are compared.
"""
import json, random, subprocess, sys, tempfile
from datetime import datetime, timedelta
from oracle import Story

MOMENTS = 40


def variant(raw):
    out = json.loads(json.dumps(raw))
    out['expectedPrice'] = []
    for v in out['versions']:
        v['expected'] = {}
        v.pop('dayFound', None)
        v.pop('decisions', None)
        v['checkIns'] = [c for c in v['checkIns'] if random.random() > .12 and 'supersedes' not in c]
        drag = random.choice([1, 1, .9, .7, .4, 0])
        for c in v['checkIns']:
            c['value'] = round(c['value'] * drag * random.uniform(.85, 1.05), random.choice([0, 1, 2]))
    return out


def moments(raw):
    first = datetime.fromisoformat(min(k['start'] for k in raw['kpis']))
    last = datetime.fromisoformat(max(c['at'] for v in raw['versions'] for c in v['checkIns'])) + timedelta(days=20)
    out = set()
    while len(out) < MOMENTS:
        t = first + timedelta(minutes=random.randrange(int((last - first).total_seconds() / 60)))
        if random.random() < .5:
            t = t.replace(hour=random.choice([0, 23]), minute=random.choice([0, 59]))
        if not (t.hour < 4 and t.day in (24, 29)):  # hours that the change of clocks may skip
            out.add(t.strftime('%Y-%m-%dT%H:%M'))
    return sorted(out)


def replay(raw, times, command):
    with tempfile.NamedTemporaryFile('w', suffix='.json', delete=False) as file:
        json.dump(raw, file)
    asked = [x for t in times for x in ('--as-of', t)]
    done = subprocess.run([*command, 'replay', file.name, *asked], capture_output=True, text=True)
    if not done.stdout:
        sys.exit(done.stderr)
    return json.loads(done.stdout)


def differences(s, given, times):
    for i in [*s.kpis, *s.objectives]:
        for line in (x for x in given['statuses'][i] if x['asOf'] in times):
            t = s.at(line['asOf'])
            if i in s.objectives:
                status, by = s.rolled(i, t)
                yield i, line, 'status', line['status'], status
                if by:
                    yield i, line, 'decidedBy', line['decidedBy'], by
                continue
            k = s.kpis[i]
            status, why, slip = s.status(i, t)
            yield i, line, 'status', line['status'], status
            if status in ('yellow', 'red'):
                # A shift by predecessors is told as a reason also where it colours nothing.
                told = {x['code'] for x in line['reasons']}
                yield i, line, 'reasons', sorted(told - ({'dependency'} - set(why))), sorted(why)
            if k['kind'] == 'reach' and not s.stopped(k, t):
                w = s.work(i, t)
                # Halves of a hundredth fall either way in binary.
                yield i, line, 'slip', line['slip'], line['slip'] if abs(line['slip'] - slip) < .0101 else slip
                yield i, line, 'float', line['float'], w['float']
                # A plan that predecessors move has no forecast of its own in DESIGN.md 3.2.
                if not w['shift'] and w['due'].isoformat() == s.plan(k, t)['due'] and not s.reached(k, t):
                    yield i, line, 'forecastFinish', line['forecastFinish'], w['forecast'] and str(w['forecast'])


def main(file, variants=0, seed=1, *command):
    random.seed(int(seed))
    raw, total, bad = json.load(open(file)), 0, {}
    for story in [raw, *(variant(raw) for _ in range(int(variants)))]:
        times = moments(story)
        for v, given in zip(story['versions'], replay(story, times, command or ('npx', 'lastmile'))['versions']):
            for i, line, what, a, b in differences(Story(story, v), given, set(times)):
                total += 1
                if a != b:
                    bad.setdefault((v['name'], i, what, f'program {a}', f'oracle {b}'), []).append(line['asOf'])
    for key, at in sorted(bad.items()):
        print(*key, f'{len(at)} times, first {min(at)}')
    print(f'{total} values compared, {len(bad)} differences')


if __name__ == '__main__':
    main(*sys.argv[1:])
