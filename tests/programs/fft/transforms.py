# COMPARE: rtol 1e-9
import numpy as np

rng = np.random.default_rng(5)
x = rng.normal(size=12)
m = rng.normal(size=(4, 6))
t = rng.normal(size=(3, 4, 5))


def both(z):
    weights = np.arange(1, z.size + 1).reshape(z.shape)
    return (z.real * weights).sum(), (z.imag * weights).sum(), np.abs(z).max()


print(np.fft.fft(x)[:3], both(np.fft.fft(x)), both(np.fft.ifft(x)))
print(both(np.fft.rfft(x)), np.fft.irfft(np.fft.rfft(x)), np.fft.irfft(np.fft.rfft(x), 11))
print(both(np.fft.fft(x, 7)), both(np.fft.fft(x, 16)), both(np.fft.rfft(x, 9)), both(np.fft.fft(x[::2])))
print(both(np.fft.fft(m)), both(np.fft.fft(m, axis=0)), both(np.fft.rfft(m, axis=0)))
print(both(np.fft.fft(x, norm="ortho")), both(np.fft.ifft(x, norm="forward")), both(np.fft.rfft(x, norm="forward")))
print(np.fft.hfft(np.fft.ihfft(x)), both(np.fft.ihfft(x)), np.fft.hfft(np.fft.rfft(x), 10, norm="ortho"))
print(both(np.fft.fft2(m)), both(np.fft.ifft2(m)), both(np.fft.rfft2(m)), np.fft.irfft2(np.fft.rfft2(m)))
print(both(np.fft.fftn(t)), both(np.fft.ifftn(t)), both(np.fft.rfftn(t)), np.fft.irfftn(np.fft.rfftn(t), t.shape).sum())
print(both(np.fft.fftn(t, axes=(0, 2))), both(np.fft.fft2(t, s=(6, 3))))
print(np.fft.fft(x.astype(np.float32)).dtype, np.fft.rfft(np.arange(4)).dtype, np.fft.irfft(np.fft.rfft(m.astype(np.float32))).dtype)
print(np.fft.fftfreq(8), np.fft.fftfreq(7, 0.1), np.fft.rfftfreq(8), np.fft.rfftfreq(7, d=0.5))
print(np.fft.fftshift(np.arange(7)), np.fft.ifftshift(np.arange(7)), np.fft.fftshift(m, axes=1)[0], np.fft.ifftshift(m)[0])
