# COMPARE: rtol 1e-9
import numpy as np

rng = np.random.default_rng(5)
x = rng.normal(size=12)
m = rng.normal(size=(4, 6))
t = rng.normal(size=(3, 4, 5))

print(np.fft.irfft(np.fft.rfft(x)), np.fft.irfft(np.fft.rfft(x), 11), np.fft.irfft(np.fft.rfft(x[::2]), n=8))
print(np.fft.irfft(np.fft.fft(x)[:7]), np.fft.irfft(np.fft.rfft(m, axis=0), axis=0))
print(np.fft.hfft(np.fft.ihfft(x)), np.fft.hfft(np.fft.rfft(x), 10, norm="ortho"), np.fft.hfft(np.fft.rfft(x, norm="forward")))
print(np.fft.irfft2(np.fft.rfft2(m)), np.fft.irfft2(np.fft.ifft2(np.fft.fft2(np.fft.rfft2(m)))))
print(np.fft.irfftn(np.fft.rfftn(t), t.shape, axes=(0, 1, 2)).sum(), np.fft.irfftn(np.fft.rfftn(t, axes=(0, 2)), axes=(0, 2)).sum())
print(np.fft.fft(x.astype(np.float32)).dtype, np.fft.rfft(np.arange(4)).dtype, np.fft.irfft(np.fft.rfft(m.astype(np.float32))).dtype)
print(np.fft.fftfreq(8), np.fft.fftfreq(7, 0.1), np.fft.rfftfreq(8), np.fft.rfftfreq(7, d=0.5))
print(np.fft.fftshift(np.arange(7)), np.fft.ifftshift(np.arange(7)), np.fft.fftshift(m, axes=1)[0], np.fft.ifftshift(m)[0])
big = rng.normal(size=(64, 1000))
print(np.abs(np.fft.irfft(np.fft.rfft(big)) - big).max() < 1e-12)
