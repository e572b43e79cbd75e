package dev.anlass.jobs.push.provider;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECFieldFp;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.util.Arrays;

/** The curve that Web Push uses, and its points as 65 bytes: a 4, x and y. */
public final class P256 {

    static final ECParameterSpec PARAMETERS = parameters();
    static final int POINT_BYTES = 65;

    private static final String NAME = "secp256r1";
    private static final int COORDINATE_BYTES = 32;
    private static final byte UNCOMPRESSED = 4;
    private static final BigInteger PRIME = ((ECFieldFp) PARAMETERS.getCurve().getField()).getP();
    private static final BigInteger THREE = BigInteger.valueOf(3);

    private P256() {}

    public static KeyPair newKeys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec(NAME));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java knows this curve", e);
        }
    }

    public static byte[] bytes(ECPublicKey key) {
        byte[] bytes = new byte[POINT_BYTES];
        bytes[0] = UNCOMPRESSED;
        put(key.getW().getAffineX(), bytes, 1);
        put(key.getW().getAffineY(), bytes, 1 + COORDINATE_BYTES);
        return bytes;
    }

    private static void put(BigInteger coordinate, byte[] bytes, int start) {
        byte[] digits = coordinate.toByteArray();
        int length = Math.min(digits.length, COORDINATE_BYTES);
        System.arraycopy(digits, digits.length - length, bytes, start + COORDINATE_BYTES - length, length);
    }

    /** @throws InvalidKeyException if that is no point of the curve */
    public static ECPublicKey publicKey(byte[] bytes) throws InvalidKeyException {
        if (bytes.length != POINT_BYTES || bytes[0] != UNCOMPRESSED) {
            throw new InvalidKeyException("not an uncompressed point");
        }
        BigInteger x = new BigInteger(1, Arrays.copyOfRange(bytes, 1, 1 + COORDINATE_BYTES));
        BigInteger y = new BigInteger(1, Arrays.copyOfRange(bytes, 1 + COORDINATE_BYTES, POINT_BYTES));
        if (!isOnCurve(x, y)) {
            throw new InvalidKeyException("not on the curve");
        }
        return publicKey(new ECPoint(x, y));
    }

    /** Whoever could choose a point beside the curve could learn of the private key. */
    private static boolean isOnCurve(BigInteger x, BigInteger y) {
        BigInteger right = x.pow(3)
                .add(PARAMETERS.getCurve().getA().multiply(x))
                .add(PARAMETERS.getCurve().getB());
        return x.compareTo(PRIME) < 0
                && y.compareTo(PRIME) < 0
                && y.pow(2).subtract(right).mod(PRIME).signum() == 0;
    }

    /** The public key of a private one, which files often leave out: so many times the generator of the curve. */
    public static ECPublicKey publicKey(ECPrivateKey key) {
        ECPoint sum = ECPoint.POINT_INFINITY;
        for (int bit = key.getS().bitLength() - 1; bit >= 0; bit--) {
            sum = plus(sum, sum);
            if (key.getS().testBit(bit)) {
                sum = plus(sum, PARAMETERS.getGenerator());
            }
        }
        return publicKey(sum);
    }

    private static ECPoint plus(ECPoint left, ECPoint right) {
        if (left.equals(ECPoint.POINT_INFINITY)) {
            return right;
        }
        if (right.equals(ECPoint.POINT_INFINITY)) {
            return left;
        }
        BigInteger slope = left.equals(right) ? tangent(left) : secant(left, right);
        BigInteger x = slope.pow(2).subtract(left.getAffineX()).subtract(right.getAffineX());
        BigInteger y = slope.multiply(left.getAffineX().subtract(x)).subtract(left.getAffineY());
        return new ECPoint(x.mod(PRIME), y.mod(PRIME));
    }

    private static BigInteger tangent(ECPoint point) {
        BigInteger rise = THREE.multiply(point.getAffineX().pow(2))
                .add(PARAMETERS.getCurve().getA());
        return rise.multiply(point.getAffineY().shiftLeft(1).modInverse(PRIME));
    }

    private static BigInteger secant(ECPoint left, ECPoint right) {
        BigInteger run = right.getAffineX().subtract(left.getAffineX());
        return right.getAffineY().subtract(left.getAffineY()).multiply(run.modInverse(PRIME));
    }

    private static ECPublicKey publicKey(ECPoint point) {
        try {
            return (ECPublicKey) KeyFactory.getInstance("EC").generatePublic(new ECPublicKeySpec(point, PARAMETERS));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java knows this curve", e);
        }
    }

    private static ECParameterSpec parameters() {
        try {
            AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
            parameters.init(new ECGenParameterSpec(NAME));
            return parameters.getParameterSpec(ECParameterSpec.class);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java knows this curve", e);
        }
    }
}
