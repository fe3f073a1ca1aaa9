"""A second renderer of synthetic scenes, written apart from the first.

    /usr/bin/python3 render_scene.py EXPERIMENT frames.npy 1 5 9

reads scene.json, truth.json and truth/*.csv of a synthetic experiment and writes the noise-free counts of the frames named
(counted from 1) as float32 [frame, y, x]. It works otherwise than the Java code wherever it can: the picture is drawn
on a grid three times as fine as the sensor and averaged down, blurred by scipy, the random surfaces come from a direct sum
over lattice points, prescribed fronts are integrated by scipy, and a simulated rod's x(z, t) is read from
truth/composition.csv. Only the definitions of the random numbers (SplitMix64) are the same. Needs numpy and scipy.
"""
import csv
import json
import math
import sys

import numpy as np
from scipy.integrate import solve_ivp
from scipy.interpolate import PchipInterpolator
from scipy.ndimage import gaussian_filter
from scipy.special import erfc

FINER = 3
MASK = (1 << 64) - 1
GOLDEN = 0x9E3779B97F4A7C15
ELONGATION = ([0, .08, .20, .38, .46, .56, .675, .80, .90, 1.0], [0, .05, .7, 2.3, 3.0, 4.1, 5.1, 6.3, 7.0, 7.05])
INTENSITY = ([0, .08, .10, .14, .20, .30, .45, .675, .80, 1.0], [1, 1, .985, .95, .95, 1.10, 1.40, 2.10, 2.25, 2.4])
elongation = PchipInterpolator(*ELONGATION)
intensity_of_x = PchipInterpolator(*INTENSITY)


def mix(z):
    z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & MASK
    z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & MASK
    return z ^ (z >> 31)


class Stream:
    def __init__(self, seed, stage, index=0):
        code = 0
        for ch in stage:
            code = (31 * code + ord(ch)) & 0xFFFFFFFF
        if code >= 1 << 31:
            code -= 1 << 32
        self.state = mix((mix((seed + GOLDEN * code) & MASK) + GOLDEN * index) & MASK)
        self.spare = None

    def bits(self):
        self.state = (self.state + GOLDEN) & MASK
        return mix(self.state)

    def uniform(self):
        return (self.bits() >> 11) * 2.0 ** -53

    def normal(self):
        if self.spare is not None:
            value, self.spare = self.spare, None
            return value
        while True:
            u, v = 2 * self.uniform() - 1, 2 * self.uniform() - 1
            s = u * u + v * v
            if 0 < s < 1:
                f = math.sqrt(-2 * math.log(s) / s)
                self.spare = v * f
                return u * f


def mix_array(z):
    z = (z ^ (z >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    z = (z ^ (z >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return z ^ (z >> np.uint64(31))


def smooth_noise(seed, sigma, x, y):
    """Lattice deviates, each spread by a Gaussian of the lattice's spacing, summed point by point."""
    u, v = x / sigma, y / sigma
    i0, j0 = int(np.floor(u.min())) - 7, int(np.floor(v.min())) - 7
    ni, nj = int(np.ceil(u.max())) + 8 - i0, int(np.ceil(v.max())) + 8 - j0
    with np.errstate(over='ignore'):
        gi = np.array([(GOLDEN * (i0 + k)) & MASK for k in range(ni)], dtype=np.uint64)
        gj = np.array([(GOLDEN * (j0 + k)) & MASK for k in range(nj)], dtype=np.uint64)
        bits = mix_array(mix_array(np.uint64(mix(seed & MASK)) + gi[None, :]) + gj[:, None])
    parts = sum(((bits >> np.uint64(s)) & np.uint64(0xFFFF)).astype(float) for s in (0, 16, 32, 48))
    deviates = (parts / 65535 - 2) * math.sqrt(3)
    out = np.zeros_like(u)
    iu, jv = np.floor(u).astype(int), np.floor(v).astype(int)
    for dj in range(-6, 8):
        for di in range(-6, 8):
            w = np.exp(-0.5 * ((u - iu - di) ** 2 + (v - jv - dj) ** 2))
            out += w * deviates[jv + dj - j0, iu + di - i0]
    return out / math.sqrt(math.pi)


def soft(depth, sigma):
    return 0.5 * erfc(-depth / sigma / math.sqrt(2))


class Cell:
    def __init__(self, p):
        self.p, self.rate = p, 1 + 1e-6 * p['clockDriftPpm']
        self.spans, now = [], p['firstStepSeconds']
        for s in p['steps']:
            if s.get('holdVolts') is not None:
                raise ValueError('scenes with a hold are not drawn here')
            self.spans.append((now, now + s['seconds'] / self.rate, s['cRate']))
            now += (s['seconds'] + s['pauseAfterSeconds']) / self.rate

    def x(self, t):
        return self.p['startX'] + sum(c * 178 / 178.25 / 3600 * max(0, min(t, b) - a) for a, b, c in self.spans)

    def first(self):
        return next(s for s in self.spans if s[2] != 0)


def front_rate(f, z, length, t, on):
    if t <= 0:
        return np.zeros_like(z)
    share = (t - f['firstSeconds']) / (f['secondSeconds'] - f['firstSeconds'])
    size = -0.01 * f['firstRatePercentPerSecond'] * (f['secondRatePercentPerSecond'] / f['firstRatePercentPerSecond']) ** share
    fwhm = np.clip(f['firstFwhm_um'] + share * (f['secondFwhm_um'] - f['firstFwhm_um']), f['smallestFwhm_um'], f['largestFwhm_um'])
    met = min(t, 1000 * length / (f['startSpeedNmPerSecond'] + f['endSpeedNmPerSecond']))
    total = 0
    for speed, ahead in ((f['startSpeedNmPerSecond'], z), (f['endSpeedNmPerSecond'], length - z)):
        if speed > 0:
            a = ahead - met * speed * 1e-3
            flank = 2.0 ** -((a / (f['flankShare'] * fwhm)) ** 2)
            tail = np.exp(1 - np.sqrt(1 + ((1 + math.log(2)) ** 2 - 1) * (a / ((1 - f['flankShare']) * fwhm)) ** 2))
            total = total + np.where(a > 0, flank, tail) ** 4
    switch = 1 - math.exp(-t / f['riseSeconds'])
    if t > on:
        switch *= math.exp(-(t - on) / f['fallSeconds'])
    return -size * switch * total ** 0.25


class Experiment:
    def __init__(self, folder):
        self.folder = folder
        self.s = json.load(open(folder + '/scene.json'))
        self.dust = json.load(open(folder + '/truth.json'))['dust']
        self.cell = Cell(self.s['cell'])
        self.states = [None] * len(self.s['rods'])

    def content(self, number, rod):
        """Function of time: z, x(z), brightness(z)."""
        length = rod['geometry']['length_um']
        start = self.cell.p['startX'] if rod['startX'] is None else rod['startX']
        if rod['drive'] == 'EVEN':
            z = np.linspace(0, length, 5)

            def even(t):
                x = np.full(5, start + rod['currentShare'] * (self.cell.x(t) - self.cell.p['startX']))
                return z, x, intensity_of_x(x)
            return even
        if rod['drive'] == 'PRESCRIBED':
            z = np.linspace(0, length, 511)
            a, b, _ = self.cell.first()

            def prescribed(t):
                log = np.zeros_like(z)
                if t > a:
                    knots = [k for k in (a, b) if k < t] + [t]
                    for u, v in zip(knots, knots[1:]):
                        log = solve_ivp(lambda q, y: front_rate(self.s['fronts'], z, length, q - a, b - a), (u, v), log,
                                        rtol=1e-7, atol=1e-8, max_step=0.5).y[:, -1]
                return z, np.full_like(z, self.cell.x(t)), np.exp(log)
            return prescribed
        rows = np.array([[float(c) for c in r] for r in list(csv.reader(open(self.folder + '/truth/composition.csv')))[1:]])
        times = np.unique(rows[:, 0])
        table = rows.reshape(len(times), -1, 3)

        def simulated(t):
            k = min(max(int(np.searchsorted(times, t)), 1), len(times) - 1)
            f = min(1, max(0, (t - times[k - 1]) / (times[k] - times[k - 1])))
            x = (1 - f) * table[k - 1, :, 2] + f * table[k, :, 2]
            return table[k, :, 1], x, intensity_of_x(x)
        return simulated

    def onset(self, start, t):
        o = self.s['onset']

        def risen(since):
            return o['decaySeconds'] * -np.expm1(-max(0, since) / o['decaySeconds'])
        log = sum(c * (risen(t - a) - o['offShare'] * risen(t - b)) for a, b, c in self.cell.spans)
        return math.exp(0.01 * o['ratePercentPerSecondAt5C'] / 5 * log * math.exp(-max(0, start - 0.08) / o['contentScale']))

    def lamp(self, t):
        i, stream = self.s['illumination'], Stream(self.s['seed'], 'lamp')
        waves = sum(math.sin(2 * math.pi * (t / (p * i['lampPeriodSeconds']) + stream.uniform())) for p in (.62, 1, 2.37))
        return 1 + 0.01 * i['lampDriftPercent'] * math.sqrt(2 / 3) * waves

    def pose(self, raw, t):
        d, seed = self.s['drift'], self.s['seed']
        x, y = d['creepX_umPerMinute'] * t / 60, d['creepY_umPerMinute'] * t / 60
        if d['stepsPerMinute'] > 0:
            stream = Stream(seed, 'steps')
            at = -60 / d['stepsPerMinute'] * math.log(1 - stream.uniform())
            while at <= t:
                x += d['stepSigma_um'] * stream.normal()
                y += d['stepSigma_um'] * stream.normal()
                at += -60 / d['stepsPerMinute'] * math.log(1 - stream.uniform())
        turn = math.radians(d['rotationDegrees'] * math.sin(2 * math.pi * t / d['rotationPeriodSeconds']))
        focus = d['focusJitterNm'] * Stream(seed, 'focus', raw).normal() if d['focusJitterNm'] else 0
        return x, y, turn, focus

    def draw(self, t, pose):
        """Electrons per sensor pixel."""
        s, px = self.s, self.s['pixel_um']
        fine = px / s['spatialBin'] / FINER
        margin = int(math.ceil(0.8 / fine / FINER)) * FINER
        ny = s['heightPixels'] * s['spatialBin'] * FINER
        nx = s['widthPixels'] * s['spatialBin'] * FINER
        cx = (np.arange(nx + 2 * margin) - margin - (nx - 1) / 2) * fine
        cy = (np.arange(ny + 2 * margin) - margin - (ny - 1) / 2) * fine
        X, Y = np.meshgrid(cx, cy)
        dx, dy, turn, focus = pose
        xs = (X - dx) * math.cos(turn) + (Y - dy) * math.sin(turn)
        ys = (Y - dy) * math.cos(turn) - (X - dx) * math.sin(turn)
        picture = self.carbon(xs, ys)
        for number, rod in enumerate(s['rods']):
            self.paint(picture, number, rod, xs, ys, t)
        sigma = 1e-3 * math.hypot(s['psfSigmaNm'], s['blurPerFocus'] * focus) / fine
        picture = gaussian_filter(picture, sigma, truncate=6)[margin:-margin, margin:-margin]
        picture *= self.light(X, Y)[margin:-margin, margin:-margin]
        sensor = picture.reshape(ny // FINER, FINER, nx // FINER, FINER).mean((1, 3))
        return sensor * s['illumination']['rodElectrons'] * self.lamp(t)

    def carbon(self, x, y):
        c = self.s['carbon']
        stream = Stream(self.s['seed'], 'carbon')
        grains, clumps = stream.bits(), stream.bits()
        g = math.sqrt(1 - c['clumpShare']) * smooth_noise(grains, c['grain_um'], x, y)
        g += math.sqrt(c['clumpShare']) * smooth_noise(clumps, c['clump_um'], x, y)
        psf2 = (1e-3 * self.s['psfSigmaNm']) ** 2 + self.s['pixel_um'] ** 2 / 12
        r = np.linspace(0, 12 * math.sqrt(psf2), 20001)
        rho = (1 - c['clumpShare']) * np.exp(-r ** 2 / 4 / c['grain_um'] ** 2) + c['clumpShare'] * np.exp(-r ** 2 / 4 / c['clump_um'] ** 2)
        weight = r / (2 * psf2) * np.exp(-r ** 2 / (4 * psf2)) * (r[1] - r[0])
        low, high = 0, 3
        for _ in range(60):
            q = (low + high) / 2
            low, high = (q, high) if (np.expm1(q * q * rho) * weight).sum() < c['contrast'] ** 2 else (low, q)
        return c['level'] * np.exp(q * g - q * q / 2)

    def paint(self, picture, number, rod, xs, ys, t):
        s, g, o = self.s, rod['geometry'], self.s['contrast']
        if self.states[number] is None:
            self.states[number] = self.content(number, rod)
        z, x, bright = self.states[number](t)
        start = self.cell.p['startX'] if rod['startX'] is None else rod['startX']
        length, width = g['length_um'], g['width_um']
        stretch = (100 + elongation(x)) / (100 + elongation(start))
        place = np.concatenate(([0], np.cumsum(0.5 * (stretch[1:] + stretch[:-1]) * np.diff(z))))
        cracks = []
        for crack in sorted(rod['cracks'], key=lambda c: c['position_um']):
            begins = crack['onsetSeconds'] + 1000 * width / crack['tipNmPerSecond'] if crack['gapFromSeconds'] is None else crack['gapFromSeconds']
            gap = 1e-3 * min(max(0, crack['gapNmPerSecond'] * (t - begins)), crack['largestGapNm'])
            edge = np.interp(crack['position_um'], z, place)
            place = place + gap * (z >= crack['position_um'])
            cracks.append((crack, edge, edge + gap))
        full = place[-1]
        a = math.radians(g['angleDegrees'])
        along = (xs - g['centreX_um']) * math.cos(a) + (ys - g['centreY_um']) * math.sin(a)
        across = (ys - g['centreY_um']) * math.cos(a) - (xs - g['centreX_um']) * math.sin(a)
        along = along + length / 2 + g['anchorFraction'] * (full - length)
        near = (along > -0.3) & (along < full + 0.3) & (abs(across) < width / 2 + 0.3)
        w, p = across[near], along[near]
        e = 1e-3 * g['edgeSigmaNm']
        cover = soft(p, e) * soft(full - p, e) * soft(width / 2 - w, e) * soft(width / 2 + w, e)
        light = np.ones_like(p)
        for crack, u, v in cracks:
            if v > u:
                cover *= 1 - (soft(p - u, e) + soft(v - p, e) - 1)
            if t > crack['onsetSeconds']:
                sig = 1e-3 * crack['lineSigmaNm']
                tip = 1e-3 * crack['tipNmPerSecond'] * (t - crack['onsetSeconds'])
                done = 1 if tip >= width else soft(tip - width / 2 - w, sig)
                light *= 1 - crack['lineDepth'] * done * np.exp(-0.5 * ((p - (u + v) / 2) / sig) ** 2)
        Z = np.interp(p, place, z)
        b = np.interp(Z, z, bright)
        for patch in rod['sidePatches']:
            q = ((Z - patch['centre_um']) / patch['alongSigma_um']) ** 2 + ((w + width / 2) / patch['depthSigma_um']) ** 2
            here = np.interp(Z, z, x)
            mean = np.trapz(x, z) / length - start
            b = b * intensity_of_x(np.clip(here + patch['extra'] * mean * np.exp(-q / 2), 0, 1)) / intensity_of_x(here)
        b = b * self.onset(start, t)
        rough = smooth_noise(Stream(s['seed'], 'surface', number).bits(), o['roughnessScale_um'], Z, w)
        height = o['tiltNm'] * (Z / length - 0.5) - o['bowNm'] * (2 * w / width) ** 2 + o['roughnessNm'] * rough
        ref, par = o['referenceAmplitude'], o['particleAmplitude']
        field = ref + par * np.sqrt(b) * np.exp(2j * math.pi * height / o['fringePeriodNm'])
        value = rod['reflectivity'] * abs(field) ** 2 / (ref ** 2 + par ** 2) * light
        picture[near] += cover * (value - picture[near])

    def light(self, X, Y):
        i, px = self.s['illumination'], self.s['pixel_um']
        r = np.hypot(X - i['discCentreX_um'], Y - i['discCentreY_um'])
        radius = i['discDiameter_um'] / 2
        out = soft(radius - r, i['discEdge_um']) * (1 - i['falloff'] * (r / radius) ** 2)
        for d in self.dust:
            x = (d['x_px'] - (self.s['widthPixels'] - 1) / 2) * px
            y = (d['y_px'] - (self.s['heightPixels'] - 1) / 2) * px
            out *= 1 - d['depth'] * np.exp(-((X - x) ** 2 + (Y - y) ** 2) / 2 / (d['sigma_px'] * px) ** 2)
        return out

    def frame(self, first_raw):
        """Counts of a stored frame from the number of its first raw frame."""
        s, tm, cam = self.s, self.s['timing'], self.s['sensor']
        n = tm['temporalBin']
        groups = np.array_split(np.arange(n), n) if n <= 3 else [np.arange(d * n // 3, (d + 1) * n // 3) for d in range(3)]
        total = 0
        for group in groups:
            raw = int(first_raw + group[(len(group) - 1) // 2])
            stream = Stream(s['seed'], 'timing', raw)
            t = raw / tm['rawFramesPerSecond'] + tm['exposureSeconds'] / 2 + 1e-3 * tm['jitterMilliseconds'] * min(4, max(-4, stream.normal()))
            counts = np.minimum(self.draw(t, self.pose(raw, t)), cam['fullWellElectrons']) / cam['electronsPerCount'] + cam['blackLevelCounts']
            total = total + len(group) * np.clip(counts, 0, 65535)
        b = s['spatialBin']
        return total.reshape(s['heightPixels'], b, s['widthPixels'], b).mean((1, 3)) / n


def main():
    experiment = Experiment(sys.argv[1])
    rows = list(csv.DictReader(open(sys.argv[1] + '/truth/frames.csv')))
    frames = [experiment.frame(int(rows[int(f) - 1]['first_raw_frame'])) for f in sys.argv[3:]]
    np.save(sys.argv[2], np.array(frames, dtype='<f4'))


if __name__ == '__main__':
    main()
