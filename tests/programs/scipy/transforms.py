# COMPARE: rtol 1e-8
import numpy as np
import scipy.fft
import scipy.linalg
import scipy.special as sp
from scipy.fft import fft, ifft, fft2, rfft, irfft, fftfreq, fftshift, ifftshift, rfftfreq
rng = np.random.default_rng(3)
def show(label, x):
    print(label, x.dtype, x.shape)
    print(np.round(x, 9) + 0)
x = rng.normal(size=(4, 6))
z = x + 1j * rng.normal(size=(4, 6))
show("fft", fft(x))
show("ifft", ifft(z, axis=0))
show("rfft", rfft(x, n=5))
show("irfft", irfft(z))
show("fft2", fft2(x))
show("ifft2", scipy.fft.ifft2(z))
show("fftn", scipy.fft.fftn(z))
show("ifftn", scipy.fft.ifftn(z, norm="ortho"))
show("rfft2", scipy.fft.rfft2(x))
show("irfft2", scipy.fft.irfft2(z))
show("rfftn", scipy.fft.rfftn(x))
show("irfftn", scipy.fft.irfftn(z))
show("hfft", scipy.fft.hfft(z))
show("fftfreq", fftfreq(8, 0.5))
show("rfftfreq", rfftfreq(8, 0.5))
show("shift", fftshift(x))
show("ishift", ifftshift(x))
