"""A second opinion on a story: the rules of DESIGN.md 3, written from that page alone, in another language.

    python3 oracle.py STORY.json          the worked table: every reading, every figure, every rule that speaks
    python3 oracle.py STORY.json --check  compares with the file's own expectations; prints the differences

Covered: plan time, earned schedule, tolerance, slip, stall, forecast, waits, early warnings, dependencies, past due,
long plans, XmR signals, silence, roll-up, float, room, prices, end of the working week, decisions that change a plan or
stop work. Not covered, and worked out by hand in ../README.md: who is invited to which recalibration and when it opens.
No test needs this file; it is kept so that anyone can repeat the working.
"""
import json, math, sys
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

DAY = timedelta(days=1)
WEEK = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']
d = date.fromisoformat
r2 = lambda x: round(x + 1e-9, 2)


class Story:
    def __init__(self, raw, version):
        self.raw, self.v = raw, version
        self.zone = ZoneInfo(raw['timeZone'])
        self.off = {d(x) for x in raw.get('holidays', [])}
        self.people = {p['id']: p for p in raw['people']}
        self.objectives = {o['id']: o for o in raw['objectives']}
        self.initiatives = {i['id']: i for i in raw['initiatives']}
        self.kpis = {k['id']: k for k in raw['kpis']}
        self.deps = raw.get('dependencies', [])
        self.settings = {'waitGraceDays': 1, 'silenceGraceDays': 2, **raw.get('settings', {}), **version.get('settings', {})}
        self.cadence = version.get('cadence', {})
        self.memo = {}

    # ---- time
    def at(self, text):
        return datetime.fromisoformat(text).replace(tzinfo=self.zone)

    def zone_of(self, who):
        return ZoneInfo(self.people[who].get('timeZone', self.raw['timeZone']))

    def today(self, k, t):
        return t.astimezone(self.zone_of(k['owner'])).date()

    def works(self, who, day):
        week = self.people[who].get('workWeek', self.raw['workWeek'])
        return WEEK[day.weekday()] in week['days'] and day not in self.off

    def working_day_after(self, who, day, n):
        while n:
            day += DAY
            n -= self.works(who, day)
        return day

    def on_working_day(self, who, day):
        while not self.works(who, day):
            day += DAY
        return day

    def midnight(self, who, day):
        """The first moment of a day; where the clocks go forward at midnight the day begins later."""
        z = self.zone_of(who)
        t = datetime(day.year, day.month, day.day, tzinfo=z)
        return t.astimezone(ZoneInfo('UTC')).astimezone(z)

    # ---- plan time: days that are no holiday
    def days(self, a, b):
        n, x = 0, a
        while x < b:
            x += DAY
            n += x not in self.off
        return n

    def day_at(self, start, n):
        """The day on which n whole plan days have passed since start."""
        x = start
        while n > 0:
            x += DAY
            n -= x not in self.off
        return x

    # ---- plans
    def plan(self, k, t):
        p = {x: k[x] for x in ('baseline', 'target', 'start', 'due', 'points', 'lower', 'upper', 'hardLower', 'hardUpper') if x in k}
        for dec in sorted(self.v.get('decisions', []), key=lambda x: x['at']):
            if dec['cause'] == k['id'] and 'plan' in dec and self.at(dec['at']) <= t:
                p.update(dec['plan'])
        return p

    def legs(self, p, shift=0, due=None):
        """[(plan day, value)] of a plan moved by `shift` calendar days, its last leg stretched to `due`."""
        move = lambda x: d(x) + shift * DAY
        start, end = move(p['start']), max(move(p['due']), due or date.min)
        stops = [(start, p['baseline'])] + [(move(q['date']), q['value']) for q in p.get('points', [])] + [(end, p['target'])]
        return start, end, [(self.days(start, x), v) for x, v in stops]

    @staticmethod
    def earned(legs, value):
        """Latest plan day at which the plan is not past the value."""
        up = 1 if legs[-1][1] >= legs[0][1] else -1
        best = 0.0
        for (a, v), (b, w) in zip(legs, legs[1:]):
            v, w, x = v * up, w * up, value * up
            if x >= w:
                best = b
            elif x >= v:
                best = a + (b - a) * (x - v) / (w - v)
        return best

    def duration(self, p):
        return self.days(d(p['start']), d(p['due']))

    def tolerance(self, k, p):
        if 'toleranceDays' in k:
            return k['toleranceDays']
        n = self.duration(p)
        step = n * k['step'] / abs(p['target'] - p['baseline']) if k.get('step') else 0
        return max(2, .05 * n, min(step, n))

    # ---- what was said by t
    def said(self, k, t):
        out = [c for c in self.v['checkIns'] if c['kpi'] == k['id'] and self.at(c['at']) <= t]
        gone = {c['supersedes'] for c in out if 'supersedes' in c}
        return sorted((c for c in out if c['at'] not in gone), key=lambda c: c['at'])

    def readings(self, k, t):
        """[(date, level)], one per day."""
        by, total = {}, k.get('baseline', 0)
        for c in self.said(k, t):
            total = total + c['value'] if k.get('readings') == 'increment' else c['value']
            by[d(c['date'])] = total
        return sorted(by.items())

    def stopped(self, k, t):
        return any(self.at(x['at']) <= t and x['kind'] == 'stop' and
                   x.get('initiative', self.kpis[x['cause']].get('initiative')) == k.get('initiative')
                   for x in self.v.get('decisions', []))

    def reached(self, k, t):
        rs = self.readings(k, t)
        p = self.plan(k, t)
        up = 1 if p['target'] >= p['baseline'] else -1
        if not rs or rs[-1][1] * up < p['target'] * up:
            return None
        i = len(rs) - 1
        while i and rs[i - 1][1] * up >= p['target'] * up:
            i -= 1
        return rs[i][0]

    # ---- network, in calendar days
    def live(self, t):
        return [k for k in self.kpis.values() if k['kind'] == 'reach' and not self.stopped(k, t)]

    def edges(self, t):
        ids = {k['id'] for k in self.live(t)}
        return [e for e in self.deps if e['from'] in ids and e['to'] in ids]

    def ancestors(self, k):
        o, out = self.initiatives[k['initiative']]['objective'], []
        while o:
            out.append(o)
            o = self.objectives[o].get('parent')
        return out

    def latest(self, kid, t):
        k = self.kpis[kid]
        p = self.plan(k, t)
        ends = [d(self.objectives[o]['due']) for o in self.ancestors(k)]
        for e in self.edges(t):
            if e['from'] == kid:
                to = self.plan(self.kpis[e['to']], t)
                l = self.latest(e['to'], t) - e.get('lagDays', 0) * DAY
                if e['type'] == 'finish-to-start':
                    l -= d(to['due']) - d(to['start'])
                ends.append(l)
        return min(ends)

    def floats(self, t):
        return {k['id']: (self.latest(k['id'], t) - d(self.plan(k, t)['due'])).days for k in self.live(t)}

    def planned_pass(self, t, late=None, by=0):
        fin = {}
        def f(kid):
            if kid not in fin:
                p = self.plan(self.kpis[kid], t)
                x = d(p['due'])
                for e in self.edges(t):
                    if e['to'] == kid:
                        y = f(e['from']) + e.get('lagDays', 0) * DAY
                        if e['type'] == 'finish-to-start':
                            y += d(p['due']) - d(p['start'])
                        x = max(x, y)
                fin[kid] = x + (by * DAY if kid == late else timedelta(0))
            return fin[kid]
        for k in self.live(t):
            f(k['id'])
        ends = {}
        for o in self.objectives.values():
            inside = [fin[k['id']] for k in self.live(t) if o['id'] in self.ancestors(k)]
            subs = [d(x['due']) for x in self.objectives.values() if self.under(x['id'], o['id'])]
            ends[o['id']] = max([d(o['due'])] + inside + subs)
        return fin, ends

    def under(self, a, b):
        while a:
            if a == b:
                return True
            a = self.objectives[a].get('parent')
        return False

    def cost(self, ends):
        total = 0.0
        for o in self.objectives.values():
            n, prof = (ends[o['id']] - d(o['due'])).days, o.get('delayProfile', {'kind': 'none'})
            if prof['kind'] == 'linear':
                total += prof['perWeek'] * n / 7
            elif prof['kind'] == 'fixed-date':
                total += prof['loss'] if ends[o['id']] > d(prof['date']) else 0
            elif prof['kind'] == 'fading':
                total += prof['peak'] * (1 - (1 - prof['lostPerWeek']) ** (n / 7))
        return total

    def price(self, kid, n, t):
        if self.kpis[kid]['kind'] == 'keep':
            week = self.kpis[kid].get('breachPerWeek')
            return {}, None if week is None else math.floor(week * n / 7 + .5), [self.kpis[kid]['owner']]
        a, b = self.planned_pass(t), self.planned_pass(t, kid, n)
        moves = {x: b[i][x].isoformat() for i in (0, 1) for x in b[i] if b[i][x] != a[i][x] and x != kid}
        owners = {self.kpis[kid]['owner']} | {(self.kpis.get(x) or self.objectives[x])['owner'] for x in moves}
        after = {kid}
        while more := {e['to'] for e in self.edges(t) if e['from'] in after} - after:
            after |= more
        above = {o for x in after for o in self.ancestors(self.kpis[x])}
        priced = any(self.objectives[o].get('delayProfile', {'kind': 'none'})['kind'] != 'none' for o in above)
        cost = math.floor(self.cost(b[1]) - self.cost(a[1]) + .5) if priced else None
        return moves, cost, sorted(owners)

    def room(self, kid, t):
        key = ('room', kid, str(self.plan(self.kpis[kid], t)), len(self.live(t)))
        if key not in self.memo:
            fl = self.floats(t)[kid]
            base = self.cost(self.planned_pass(t)[1])
            self.memo[key] = next((n - 1 for n in range(1, 800) if self.cost(self.planned_pass(t, kid, n)[1]) > base + 1e-6), fl)
        return self.memo[key]

    # ---- forward pass as things stand
    def finish(self, kid, t):
        key = ('fin', kid, t)
        if key in self.memo:
            return self.memo[key]
        k = self.kpis[kid]
        p = self.plan(k, t)
        due, hit = d(p['due']), self.reached(k, t)
        if hit:
            out = max(due, hit)
        else:
            _, _, legs = self.legs(p)
            rs = self.readings(k, t)
            slip = max(0, self.days(d(p['start']), rs[-1][0]) - self.earned(legs, rs[-1][1])) if rs else 0
            w = self.work(kid, t)
            own = w['forecast'] if 'forecast' in w['yellow'] else due + math.floor(slip + 1e-9) * DAY
            out = max(due, own, self.allowed(kid, t), self.today(k, t))
        self.memo[key] = out
        return out

    def allowed(self, kid, t):
        """Earliest finish that predecessors leave."""
        k = self.kpis[kid]
        p = self.plan(k, t)
        rs, out = self.readings(k, t), date.min
        _, _, legs = self.legs(p)
        got = r2(self.earned(legs, rs[-1][1])) if rs else 0
        # A fraction of a day belongs to the day it lies in: what is left is counted to the hundredth, the finish floored.
        left = (d(p['due']) - self.day_at(d(p['start']), math.floor(got))).days - (got - math.floor(got))
        for e in self.edges(t):
            if e['to'] == kid:
                x = self.finish(e['from'], t) + e.get('lagDays', 0) * DAY
                out = max(out, x + math.floor(r2(left)) * DAY if e['type'] == 'finish-to-start' else x)
        return out

    # ---- a reach KPI: every figure and every rule that speaks
    def work(self, kid, t):
        key = ('work', kid, t)
        if key in self.memo:
            return self.memo[key]
        k = self.kpis[kid]
        p, rs = self.plan(k, t), self.readings(k, t)
        tol, fl, room, n = self.tolerance(k, p), self.floats(t)[kid], self.room(kid, t), self.duration(p)
        shift, ff = 0, None
        for e in self.edges(t):
            if e['to'] == kid:
                x = self.finish(e['from'], t) + e.get('lagDays', 0) * DAY
                if e['type'] == 'finish-to-start':
                    shift = max(shift, (x - d(p['start'])).days)
                else:
                    ff = max(ff or x, x)
        start, due, legs = self.legs(p, shift, ff)
        pos = [max(0, self.days(start, x)) if x > start else 0 for x, _ in rs]
        got = [self.earned(legs, v) for _, v in rs]
        slips = [r2(max(0, a - b)) for a, b in zip(pos, got)]
        long, red, yellow = n > 90, [], []
        def holds(limit):
            limit = r2(limit)
            if not slips or slips[-1] <= limit:
                return False
            return not long or (len(slips) > 1 and slips[-2] > limit) or slips[-1] > 2 * limit
        worst = max(room, tol) + tol
        if holds(worst):
            red.append('slip')
        if rs and self.days(due, rs[-1][0]) > worst:
            red.append('past-due')
        if holds(max(tol, fl / 3)):
            yellow.append('slip')
        up = 1 if p['target'] >= p['baseline'] else -1
        said, level = self.said(k, t), [p['baseline']]
        for c in said:
            level.append(level[-1] + c['value'] if k.get('readings') == 'increment' else c['value'])
        if len(level) > 2 and (level[-1] - level[-2]) * up <= 0 and (level[-2] - level[-3]) * up <= 0 and slips[-1] > 0:
            before = said[-3]['date'] if len(said) > 2 else p['start']
            if self.days(start, min(due, d(said[-1]['date']))) > self.days(start, min(due, d(before))):
                yellow.append('stalled')
        share = [min(1, x / n) for x in pos]
        if len(rs) > 1 and all(s >= .2 and sl > r2(max(tol, fl) * max(.5, s)) for s, sl in zip(share[-2:], slips[-2:])):
            yellow.append('forecast')
        yellow += self.waiting(k, t)
        warned = self.warning(k, t)
        if warned and warned > max(tol, fl):
            yellow.append('early-warning')
        forecast = None
        if rs and share[-1] >= .2:
            pace = max(.05, got[-1] / pos[-1])
            forecast = max(self.day_at(start, math.floor(r2(n / pace))), rs[-1][0])
        out = dict(tol=tol, float=fl, room=room, n=n, shift=shift, due=due, pos=pos, earned=got, slips=slips, red=red,
                   yellow=yellow, forecast=forecast, share=share, values=[v for _, v in rs], dates=[x for x, _ in rs])
        self.memo[key] = out
        return out

    def waiting(self, k, t):
        waits = {}
        for c in self.said(k, t):
            if 'waitingOn' in c:
                w = c['waitingOn']
                waits.setdefault(' '.join(w['what'].lower().split()), []).append(d(w['expectedBy']))
            if c.get('waitOver') is True:
                waits = {}
        for dates in waits.values():
            told = [x for i, x in enumerate(dates) if i == 0 or x != dates[i - 1]]
            due = told[-1] if len(told) <= 2 else told[0]
            if self.today(k, t) >= self.working_day_after(k['owner'], due, self.settings['waitGraceDays'] + 1):
                return ['wait-overdue']
        return []

    def warning(self, k, t):
        said = [c for c in self.said(k, t) if 'earlyWarning' in c]
        if not said:
            return 0
        last, n = said[-1], said[-1]['earlyWarning']['slipDays']
        decided = any(x['cause'] == k['id'] and self.at(last['at']) < self.at(x['at']) <= t for x in self.v.get('decisions', []))
        passed = self.today(k, t) > d(self.plan(k, t)['due']) + math.floor(n) * DAY
        return 0 if decided or passed else n

    # ---- silence
    def reports(self, k):
        cad = self.cadence.get(k['id'], k['cadence'])
        start, out = d(k['start']), []
        if cad['every'] == 'month':
            y, m = start.year, start.month
            for _ in range(24):
                last = (date(y + m // 12, m % 12 + 1, 1) - DAY).day
                x = date(y, m, min(cad['on'], last))
                if x > start and (x - start).days >= 15:
                    out.append(x)
                y, m = y + m // 12, m % 12 + 1
        else:
            on = cad['on'] if isinstance(cad['on'], list) else [cad['on']]
            length = (7 if cad['every'] == 'week' else 14) / len(on)
            for i in range(1, 500):
                x = start + i * DAY
                first = start if not out else out[0]
                if WEEK[x.weekday()] in on and i >= length / 2:
                    if cad['every'] == 'week' or not out or (x - out[0]).days % 14 == 0:
                        out.append(x)
        return [self.on_working_day(k['owner'], x) for x in out if x <= d(k['due']) + 60 * DAY]

    def awaited(self, k, t):
        """The earliest report that is due by t and not answered."""
        today, due = self.today(k, t), self.reports(k)
        answered = set()
        for c in self.said(k, t):
            sent = self.today(k, self.at(c['at']))
            open_ = [i for i, x in enumerate(due) if x <= sent and i not in answered]
            ahead = next((i for i, x in enumerate(due) if x > sent), None)
            own = any(x == sent for x in due)
            if open_:
                answered |= set(open_)
            elif not own and ahead is not None and 'supersedes' not in c:
                answered.add(ahead)
        return next((x for i, x in enumerate(due) if x <= today and i not in answered), None)

    def silent_from(self, k, report):
        return self.working_day_after(k['owner'], report, self.settings['silenceGraceDays'] + 1)

    # ---- status
    def status(self, kid, t):
        """(status, reasons, slip)"""
        k = self.kpis[kid]
        if self.stopped(k, t):
            return 'green', ['stopped'], None
        rs = self.readings(k, t)
        late = self.awaited(k, t)
        quiet = late is not None and self.today(k, t) >= self.silent_from(k, late)
        if k['kind'] == 'keep':
            st, why, slip = self.keep(k, t)
        else:
            w = self.work(kid, t)
            slip = w['slips'][-1] if rs else 0
            if self.reached(k, t):
                return 'green', ['reached'], slip
            yellow = list(w['yellow'])
            if (self.allowed(kid, t) - d(self.plan(k, t)['due'])).days > max(w['tol'], w['float']) if self.allowed(kid, t) > date.min else False:
                yellow.append('dependency')
            st = 'red' if w['red'] else 'yellow' if yellow else 'green'
            why = w['red'] + [x for x in yellow if x not in w['red']]
            if not why:
                why = ['on-plan'] if rs else ['report-awaited' if late else 'not-started']
        if quiet:
            return ('red', why + ['silent'], slip) if st == 'red' else ('silent', ['silent'] + [x for x in why if st == 'yellow'], slip)
        return st, why, slip

    def keep(self, k, t):
        p, rs = self.plan(k, t), self.readings(k, t)
        rs = [x for x in rs if d(p['start']) <= x[0] <= d(p['due'])]
        red, yellow = [], []
        if rs:
            v = rs[-1][1]
            if v < p.get('hardLower', -math.inf) or v > p.get('hardUpper', math.inf):
                red.append('outside-hard-limit')
            elif v < p.get('lower', -math.inf) or v > p.get('upper', math.inf):
                yellow.append('outside-band')
            elif self.signal(k, t):
                yellow.append('signal')
        yellow += self.waiting(k, t)
        if self.warning(k, t):
            yellow.append('early-warning')
        if red or yellow:
            return 'red' if red else 'yellow', red + yellow, None
        return 'green', ['on-plan'] if rs else ['report-awaited' if self.awaited(k, t) else 'not-started'], None

    def signal(self, k, t):
        p = self.plan(k, t)
        since = max([self.at(x['at']) for x in self.v.get('decisions', []) if x['cause'] == k['id'] and self.at(x['at']) <= t], default=None)
        said = [c['value'] for c in self.said(k, t) if since is None or self.at(c['at']) > since]
        if len(said) < 6:
            return ''
        mean = sum(said) / len(said)
        spread = 2.66 * sum(abs(a - b) for a, b in zip(said, said[1:])) / (len(said) - 1)
        last, run = said[-1], said[-8:] if len(said) >= 8 else []
        low = 'lower' in p or 'hardLower' in p
        high = 'upper' in p or 'hardUpper' in p
        note = f'mean {mean:.3f} limits {mean - spread:.3f} to {mean + spread:.3f}'
        if low and (last < mean - spread or (run and all(x < mean for x in run))):
            return note + ' below'
        if high and (last > mean + spread or (run and all(x > mean for x in run))):
            return note + ' above'
        return ''

    def rolled(self, oid, t):
        """(status, deciding KPI) of an objective or initiative."""
        rank = {'red': 2, 'yellow': 1, 'silent': 1, 'green': 0}
        inside = [k for k in self.kpis.values() if 'initiative' in k and not self.stopped(k, t) and
                  (k['initiative'] == oid or oid in self.ancestors(k))]
        states = {k['id']: self.status(k['id'], t) for k in inside}
        worst = max((rank[s[0]] for s in states.values()), default=0)
        bad = [i for i, s in states.items() if rank[s[0]] == worst]
        after = {e['to'] for e in self.edges(t) if e['from'] in bad}
        first = [i for i in bad if i not in after]
        return ['green', 'yellow', 'red'][worst], (first[0] if worst and len(first) == 1 else None)

    # ---- recalibration: the last minute
    def deadline(self, who, t):
        """End of the owner's working week; a week ends with the last working day before its longest free run."""
        t = t.astimezone(self.zone_of(who))
        week = self.people[who].get('workWeek', self.raw['workWeek'])
        end = lambda x: datetime.combine(x, datetime.strptime(week['end'], '%H:%M').time(), self.zone_of(who))
        hours = (end(t.date()) - end(t.date()).replace(hour=int(week['start'][:2]), minute=int(week['start'][3:]))).seconds / 3600
        x = t.date()
        free_after = lambda y: (self.working_day_after(who, y, 1) - y).days
        while self.works(who, x) and free_after(x) < 3:
            x += DAY
        left = sum(hours for i in range(1, (x - t.date()).days + 1) if self.works(who, t.date() + i * DAY))
        if self.works(who, t.date()):
            left += min(hours, max(0, (end(t.date()) - t).total_seconds() / 3600))
        if left < 4 or not self.works(who, t.date()):
            x = self.working_day_after(who, t.date(), 2)
        return end(x)


def table(raw):
    for v in raw['versions']:
        s = Story(raw, v)
        print(f"\n== {v['name']}")
        for kid, k in s.kpis.items():
            said = [c for c in sorted(v['checkIns'], key=lambda c: c['at']) if c['kpi'] == kid]
            if not said:
                continue
            print(f"-- {kid} {k['name']}")
            for c in said:
                t = s.at(c['at'])
                st, why, slip = s.status(kid, t)
                if k['kind'] == 'keep':
                    print(f"{c['at']}  value {c['value']:>7}  {st:<7} {', '.join(why)}  {s.signal(k, t)}")
                    continue
                w = s.work(kid, t)
                i = w['dates'].index(d(c['date']))
                print(f"{c['at']}  day {w['pos'][i]:>3} of {w['n']}  value {w['values'][i]:>7g}  earned {w['earned'][i]:7.2f}  "
                      f"slip {w['slips'][i]:6.2f}  shift {w['shift']:>2}  tol {w['tol']:.2f} float {w['float']} room {w['room']}  "
                      f"finish {s.finish(kid, t)}  forecast {w['forecast']}  {st} ({', '.join(why)})")


def check(raw):
    bad, n = [], 0
    def same(what, a, b):
        nonlocal n
        n += 1
        if a != b:
            bad.append(f'{what}: file {a}, oracle {b}')
    base = Story(raw, raw['versions'][0] | {'checkIns': [], 'decisions': []})
    t0 = base.at(min(k['start'] for k in raw['kpis']) + 'T00:00')
    net = raw.get('expectedNetwork', {})
    for name, got in (('float', base.floats(t0)), ('room', {k['id']: base.room(k['id'], t0) for k in base.live(t0)}),
                      ('tolerance', {k['id']: r2(base.tolerance(k, base.plan(k, t0))) for k in base.live(t0)})):
        for kid, x in net.get(name, {}).items():
            same(f'{name} of {kid}', x, got[kid])
    f = lambda k: base.initiatives[base.kpis[k]['initiative']]['function']
    if 'crossFunctional' in net:
        same('crossFunctional', sorted(net['crossFunctional']), sorted({f"{e['from']}->{e['to']}" for e in base.deps if f(e['from']) != f(e['to'])}))
    for p in raw.get('expectedPrice', []):
        moves, cost, owners = base.price(p['kpi'], p['days'], t0)
        for name, x in (('moves', moves), ('cost', cost), ('owners', owners)):
            if name in p:
                same(f"price {p['kpi']} {p['days']} {name}", sorted(p[name]) if name == 'owners' else p[name], x)
    for v in raw['versions']:
        s = Story(raw, v)
        for oid, lines in v['expected'].items():
            if oid == 'all' and lines.get('status'):
                for c in v['checkIns']:
                    for i in s.kpis:
                        same(f"{v['name']}: {i} at {c['at']}", lines['status'], s.status(i, s.at(c['at']))[0])
            if oid in s.kpis:
                for e in lines:
                    st, why, slip = s.status(oid, s.at(e['asOf']))
                    at = f"{v['name']}: {oid} at {e['asOf']}"
                    same(at, e['status'], st)
                    if 'reason' in e and e['reason'] not in why:
                        same(at + ' reason', e['reason'], why)
                    if 'slip' in e:
                        same(at + ' slip', e['slip'], slip)
                    if 'float' in e:
                        same(at + ' float', e['float'], s.floats(s.at(e['asOf']))[oid])
                    if 'forecastFinish' in e and e['forecastFinish']:
                        same(at + ' forecast', e['forecastFinish'], str(s.work(oid, s.at(e['asOf']))['forecast']))
            elif oid in s.objectives or oid in s.initiatives:
                for e in lines:
                    st, by = s.rolled(oid, s.at(e['asOf']))
                    same(f"{v['name']}: {oid} at {e['asOf']}", e['status'], st)
                    if e.get('decidedBy') and by:
                        same(f"{v['name']}: {oid} at {e['asOf']} decidedBy", e['decidedBy'], by)
        for rec in v['expected'].get('recalibrations', []) or []:
            if 'openedBy' in rec and 'deadline' in rec:
                got = s.deadline(s.kpis[rec['cause']]['owner'], s.at(rec['openedBy'])).astimezone(s.zone)
                same(f"{v['name']}: deadline of {rec['cause']} {rec['openedBy']}", rec['deadline'], got.strftime('%Y-%m-%dT%H:%M'))
    print('\n'.join(bad) or 'agrees', f'({n} values)')
    return 1 if bad else 0


if __name__ == '__main__':
    raw = json.load(open(sys.argv[1]))
    sys.exit(check(raw) if '--check' in sys.argv else table(raw))
